import type { Check } from '../check.ts'
import type { Grounds } from '../grounds.ts'
import { isHeld } from '../held.ts'

export const appToken: Check = {
  id: 'slack.app-token',
  async run(on) {
    const { config, facts, probe, t } = on
    if (config.transport !== 'socket' || (await facts.authTest()).is === 'unreached') return undefined
    const token = config.slack.appToken
    if (!token) return { ok: false, what: t('app-token.missing'), fix: t('app-token.refused.fix') }
    if (await isHeld(on)) {
      const asked = await probe('apps.connections.open', {}, { token })
      if (asked.is === 'answered' && asked.ok) return { ok: true, what: t('app-token.right') }
      const why = asked.is === 'answered' ? (asked.error ?? '') : asked.reason
      return { ok: false, what: t('app-token.refused', { why }), fix: t('app-token.refused.fix') }
    }
    const opened = await facts.ear()
    if (opened.is === 'open') return { ok: true, what: t('app-token.right') }
    if (opened.is === 'refused') {
      return { ok: false, what: t('app-token.refused', { why: opened.error }), fix: t('app-token.refused.fix') }
    }
    return { ok: false, what: t('socket.unreached', { why: opened.reason }), fix: t('socket.unreached.fix') }
  },
}

/** `xapp-1-A0123ABCD-…` names its app. https://docs.slack.dev/authentication/tokens */
const appIdIn = (token: string | undefined): string | undefined => /^xapp-\d+-(A[A-Z0-9]+)-/.exec(token ?? '')?.[1]

export const sameApp: Check = {
  id: 'slack.same-app',
  async run(on) {
    const { config, facts, t } = on
    if (config.transport !== 'socket') return undefined
    const ofBot = await facts.appId()
    const opened = (await isHeld(on)) ? undefined : await facts.ear()
    const greeted = opened?.is === 'open' ? opened.ear.hello.appId : undefined
    const ofSocket = greeted ?? appIdIn(config.slack.appToken)
    if (!ofBot || !ofSocket) return undefined
    if (ofBot === ofSocket) return { ok: true, what: t('same-app.right', { app: ofBot }) }
    return { ok: false, what: t('same-app.other', { bot: ofBot, socket: ofSocket }), fix: t('same-app.other.fix') }
  },
}

/** Slack gives each event to one of an app's connections: a second installation takes away half of them, without a word. */
export const connections: Check = {
  id: 'slack.connections',
  async run(on) {
    const { config, facts, t } = on
    if (config.transport !== 'socket') return undefined
    const others = on.isRunning ? on.strangers() : await countByEar(on)
    if (others === undefined) return (await facts.identity()) ? { ok: true, what: t('connections.unknown') } : undefined
    if (others <= 0) return { ok: true, what: t('connections.alone') }
    return { ok: false, what: t('connections.others', { n: others }), fix: t('connections.others.fix') }
  },
}

/** All that Slack counts, but the one by which it was asked. */
async function countByEar(on: Grounds): Promise<number | undefined> {
  if (await isHeld(on)) return undefined
  const opened = await on.facts.ear()
  const all = opened.is === 'open' ? opened.ear.hello.connections : undefined
  return all === undefined ? undefined : all - 1
}
