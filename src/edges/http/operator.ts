import { createHash, timingSafeEqual } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import { z } from 'zod'
import { locales } from '../../kit/i18n/index.ts'

export const OPERATOR_PATH = '/doctor'

const order = z.strictObject({
  locale: z.enum(locales),
  tries: z.boolean().default(false),
  waits: z.boolean().default(false),
})
export type DoctorOrder = z.output<typeof order>

export type OperatorParts = {
  /** Those by which the operator proves to be one. */
  tokens: readonly string[]
  /** What is told of the bot, as it is found; each becomes a line of JSON. */
  examine(order: DoctorOrder, signal: AbortSignal): AsyncIterable<object>
}

/**
 * What only who runs the bot may ask: from this machine, not by a proxy, and with a token. Everybody else finds nothing here.
 * One at a time, since each spends Slack's budgets.
 */
export function createOperator({ tokens, examine }: OperatorParts): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  let isBusy = false
  app.post(OPERATOR_PATH, async (c) => {
    const { socket, headers } = c.env.incoming
    const given = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? ''
    if (!isLocal(socket, headers) || !tokens.some((token) => isSame(token, given))) return c.notFound()
    const read = order.safeParse(await c.req.json().catch(() => undefined))
    if (!read.success) return c.json({ error: 'invalid' }, 400)
    if (isBusy) return c.json({ error: 'busy' }, 409)
    isBusy = true
    c.header('content-type', 'application/x-ndjson; charset=utf-8')
    c.header('cache-control', 'no-store')
    const left = new AbortController()
    return stream(c, async (out) => {
      out.onAbort(() => left.abort())
      try {
        for await (const line of examine(read.data, left.signal)) await out.writeln(JSON.stringify(line))
      } finally {
        isBusy = false
      }
    })
  })
  return app
}

type Request = HttpBindings['incoming']

const loopback = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/

/** Whether it was sent on this machine, to an address of it, and handed on by nobody. */
function isLocal({ remoteAddress = '', localAddress }: Request['socket'], headers: Request['headers']): boolean {
  const isHandedOn =
    headers.forwarded !== undefined || headers['x-forwarded-for'] !== undefined || headers.via !== undefined
  return !isHandedOn && (loopback.test(remoteAddress) || (remoteAddress !== '' && remoteAddress === localAddress))
}

/** Compares in a time that says nothing about how much is right. */
function isSame(token: string, given: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(token), digest(given))
}
