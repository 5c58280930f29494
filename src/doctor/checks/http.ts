import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { later } from '../../kit/clock.ts'
import { proofOf } from '../../kit/proof.ts'
import type { Check } from '../check.ts'

export const port: Check = {
  id: 'http.port',
  async run({ config, isRunning, machine, t }) {
    const { host, port: number } = config
    if (isRunning) return { ok: true, what: t('port.ours', { port: number }) }
    const found = number === 0 ? 'free' : await machine.port(host, number)
    if (found === 'free') return { ok: true, what: t('port.free', { port: number }) }
    return { ok: false, what: t('port.taken', { port: number, host, why: found }), fix: t('port.taken.fix') }
  },
}

/** How long the own address may take to answer, in milliseconds. */
const answerMs = 10_000

const health = z.looseObject({ proof: z.string() })

/** Where browsers are sent, the bot must answer: asked by the bot itself, since nobody else is there to. */
export const publicAddress: Check = {
  id: 'http.address',
  async run({ clock, config, isRunning, t }) {
    const { publicUrl } = config
    if (!publicUrl || !isRunning) return undefined
    const late = new AbortController()
    const cancel = clock.setTimer(() => late.abort(), later(clock.now(), answerMs))
    try {
      const nonce = randomUUID()
      const response = await fetch(`${publicUrl}/healthz?nonce=${nonce}`, { redirect: 'manual', signal: late.signal })
      const read = health.safeParse(await response.json().catch(() => undefined))
      if (read.data?.proof === proofOf(config.slack, nonce))
        return { ok: true, what: t('address.right', { url: publicUrl }) }
      const why = `HTTP ${response.status}`
      return { ok: false, what: t('address.other', { url: publicUrl, why }), fix: t('address.fix') }
    } catch {
      // Whatever the reason: a browser that follows a link would come no further.
      return { ok: false, what: t('address.unreached', { url: publicUrl }), fix: t('address.fix') }
    } finally {
      cancel()
    }
  },
}
