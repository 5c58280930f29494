import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Check } from '../check.ts'

/** How far Slack's clock may be from ours, in milliseconds: signed requests are refused at five minutes, and times in the record go by both. */
const farApartMs = 30_000

export const botToken: Check = {
  id: 'slack.token',
  async run({ facts, t }) {
    const answer = await facts.authTest()
    if (answer.is === 'unreached') {
      return { ok: false, what: t('slack.unreached', { why: answer.reason }), fix: t('slack.unreached.fix') }
    }
    if (!answer.ok) {
      const why = answer.error ?? ''
      return { ok: false, what: t('token.refused', { why }), fix: t('token.refused.fix') }
    }
    const who = await facts.identity()
    if (!who) return { ok: false, what: t('token.not-a-bot'), fix: t('token.not-a-bot.fix') }
    return { ok: true, what: t('token.right', { team: who.team, url: who.url }) }
  },
}

const manifest = z.looseObject({
  oauth_config: z.looseObject({ scopes: z.looseObject({ bot: z.array(z.string()) }) }),
})
const manifestPlace = new URL('../../../manifest.json', import.meta.url)

/** What the app of this release asks for. */
const wantedScopes = async (): Promise<readonly string[]> =>
  manifest.parse(JSON.parse(await readFile(manifestPlace, 'utf8'))).oauth_config.scopes.bot

export const scopes: Check = {
  id: 'slack.scopes',
  async run({ facts, t }) {
    const [answer, who, wanted] = [await facts.authTest(), await facts.identity(), await wantedScopes()]
    if (!who || answer.is !== 'answered') return undefined
    if (!answer.scopes) return { ok: true, what: t('scopes.unsaid') }
    const missing = wanted.filter((scope) => !answer.scopes?.includes(scope))
    if (missing.length === 0) return { ok: true, what: t('scopes.right', { n: wanted.length }) }
    return { ok: false, what: t('scopes.missing', { scopes: missing.join(', ') }), fix: t('scopes.missing.fix') }
  },
}

export const clock: Check = {
  id: 'slack.clock',
  async run({ facts, t }) {
    const answer = await facts.authTest()
    if (answer.is !== 'answered' || !answer.date) return undefined
    const ahead = answer.at.getTime() - answer.date.getTime()
    const seconds = Math.round(Math.abs(ahead) / 1000)
    if (Math.abs(ahead) <= farApartMs) return { ok: true, what: t('clock.right', { seconds }) }
    const what = ahead > 0 ? t('clock.ahead', { seconds }) : t('clock.behind', { seconds })
    return { ok: false, what, fix: t('clock.fix') }
  },
}
