import { createHash, timingSafeEqual } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { stream } from 'hono/streaming'
import { z } from 'zod'
import { locales } from '../../kit/i18n/index.ts'
import { type Status, statusPage } from './page.ts'
import { OPERATOR_PATH, STATUS_PATH, TRY_AGAIN_PATH } from './paths.ts'

/** In bytes. */
const longestOrder = 10_000

const order = z.strictObject({
  locale: z.enum(locales),
  tries: z.boolean().default(false),
  waits: z.boolean().default(false),
})
export type DoctorOrder = z.output<typeof order>

export type OperatorParts = {
  /** Those by which the operator proves to be one. */
  tokens: readonly string[]
  /** Findings about the bot as they come; each becomes a line of JSON. */
  examine(order: DoctorOrder, signal: AbortSignal): AsyncIterable<object>
  /** All that the bot knows of how it is. */
  status(): Promise<Status>
  /** Gives events that were given up, and timers and jobs that were set aside, another chance. Answers how many there were. */
  tryAgain(): Promise<{ events: number; work: number }>
}

/**
 * What only who runs the bot may ask: from this machine, not by a proxy, and with a token. Everybody else finds nothing here.
 * One at a time, since each spends Slack's budgets.
 */
export function createOperator({ tokens, examine, status, tryAgain }: OperatorParts): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  let isBusy = false
  app.use(OPERATOR_PATH, async (c, next) => {
    const { socket, headers } = c.env.incoming
    if (!isLocal(socket, headers) || !isOneOf(tokens, headers.authorization)) return c.notFound()
    return next()
  })
  app.post(OPERATOR_PATH, bodyLimit({ maxSize: longestOrder }), async (c) => {
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
  for (const path of [STATUS_PATH, TRY_AGAIN_PATH])
    app.use(path, async (c, next) => {
      const { socket, headers } = c.env.incoming
      if (!isLocal(socket, headers)) return c.notFound()
      c.header('cache-control', 'no-store')
      // A browser on this machine asks for the token: any name, and the token as the password.
      if (!isOneOf(tokens, headers.authorization))
        return c.text('Unauthorized', 401, { 'www-authenticate': 'Basic realm="sssbot", charset="UTF-8"' })
      return next()
    })
  app.post(TRY_AGAIN_PATH, async (c) => {
    const { headers } = c.env.incoming
    // The browser sends the password along for any page: only the status page itself may ask.
    if (headers.origin !== undefined && new URL(c.req.url).host !== hostOf(headers.origin)) return c.notFound()
    const had = await tryAgain()
    return headers.accept?.includes('text/html') ? c.redirect(STATUS_PATH, 303) : c.json(had)
  })
  app.get(STATUS_PATH, async (c) => {
    const { headers } = c.env.incoming
    const found = await status()
    const wantsPage = headers.accept?.includes('text/html')
    return wantsPage ? c.html(statusPage(found, headers['accept-language'])) : c.json(found)
  })
  return app
}

/** Whether the header gives one of the tokens, as a program does (`Bearer`) or as a browser does (`Basic`, as the password). */
function isOneOf(tokens: readonly string[], header = ''): boolean {
  const [, kind = '', said = ''] = /^(Bearer|Basic) +(\S+)$/i.exec(header) ?? []
  const given =
    kind.toLowerCase() === 'basic' ? Buffer.from(said, 'base64').toString().split(':').slice(1).join(':') : said
  return tokens.some((token) => isSame(token, given))
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined)

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
