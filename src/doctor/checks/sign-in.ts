import { z } from 'zod'
import { later } from '../../kit/clock.ts'
import { isLoopback } from '../../kit/own-address.ts'
import type { Check } from '../check.ts'

/** How long whoever vouches for people may take to answer, in milliseconds. */
const answerMs = 10_000

/** What OpenID Connect Discovery says at least. https://openid.net/specs/openid-connect-discovery-1_0.html */
const provider = z.looseObject({ issuer: z.string(), authorization_endpoint: z.string() })

/** The way into the dashboard: an address that browsers reach by https, and an app that people sign in to. Nothing where there is neither. */
export const signIn: Check = {
  id: 'http.sign-in',
  async run({ clock, config, t }) {
    const { publicUrl: url, signIn: client, slack } = config
    // The sandbox and its people are on this machine: the bot's own address leads there.
    if (slack.isSandbox && (!client || url === undefined)) return undefined
    if (url === undefined) return client && { ok: false, what: t('sign-in.nowhere'), fix: t('sign-in.nowhere.fix') }
    if (isLoopback(url)) return undefined
    if (url.startsWith('http:')) return { ok: false, what: t('sign-in.plain', { url }), fix: t('sign-in.plain.fix') }
    const redirect = `${url}/sign-in/slack`
    if (!client) return { ok: false, what: t('sign-in.none'), fix: t('sign-in.none.fix', { redirect }) }
    const late = new AbortController()
    const cancel = clock.setTimer(() => late.abort(), later(clock.now(), answerMs))
    try {
      const asked = await fetch(`${client.issuer}/.well-known/openid-configuration`, { signal: late.signal })
      const read = provider.safeParse(await asked.json().catch(() => undefined))
      if (read.data?.issuer === client.issuer) return { ok: true, what: t('sign-in.right', { redirect }) }
      const why = `HTTP ${asked.status}`
      return { ok: false, what: t('sign-in.away', { issuer: client.issuer, why }), fix: t('sign-in.away.fix') }
    } catch (error) {
      const why = error instanceof Error ? error.name : 'Error'
      return { ok: false, what: t('sign-in.away', { issuer: client.issuer, why }), fix: t('sign-in.away.fix') }
    } finally {
      cancel()
    }
  },
}
