import { longestAnswerMs, testRequest } from '../../rooms/paging/index.ts'
import type { Check } from '../check.ts'

/** With `--try` each pager is told that something is over which never was: address and secret are proven, nobody is woken. */
export const pagers: Check = {
  id: 'pagers',
  async run({ clock, config, facts, post, tries, t }) {
    const settings = await facts.usable()
    const named = Object.entries(settings?.pagers ?? {}).filter(([, { secretEnv }]) => config.secret(secretEnv))
    if (!tries || named.length === 0) return undefined
    return Promise.all(
      named.map(async ([name, pager]) => {
        const request = testRequest(pager, config.secret(pager.secretEnv) ?? '', clock.now())
        const answer = await post(request, longestAnswerMs)
        if (answer.is === 'answered' && answer.status >= 200 && answer.status < 300) {
          return { ok: true as const, what: t('pager.right', { name, status: answer.status }) }
        }
        const why = answer.is === 'answered' ? `HTTP ${answer.status}` : answer.is === 'cut' ? answer.reason : 'timeout'
        const fix = t('pager.refused.fix', { name, variable: pager.secretEnv })
        return { ok: false as const, about: name, what: t('pager.refused', { name, why }), fix }
      }),
    )
  },
}
