import type { Check, Verdict } from '../check.ts'

/** The tokens of the API: those that nobody would miss, and the one that makes whoever holds it anybody. */
export const apiTokens: Check = {
  id: 'api.tokens',
  async run({ facts, config, t }) {
    const [found, settings] = [await facts.database(), await facts.usable()]
    if (found.is !== 'open' || !found.tokens) return undefined
    const { count, odd, sharedNames } = found.tokens
    const wrong = odd.map(({ token: { id, name, prefix, madeBy, userId }, why }): Verdict => {
      const what = t(`api-tokens.${why}`, { name, prefix, who: userId ?? madeBy })
      return { ok: false, what, fix: t('api-tokens.fix', { id }), about: prefix }
    })
    if (config.apiToken && settings?.api.may_name_people === undefined && settings && sharedNames(settings)) {
      wrong.push({
        ok: false,
        what: t('api-tokens.shared'),
        fix: t('api-tokens.shared.fix'),
        about: 'SSSBOT_API_TOKEN',
      })
    }
    if (wrong.length > 0) return wrong
    return count > 0 ? { ok: true, what: t('api-tokens.right', { count }) } : undefined
  },
}
