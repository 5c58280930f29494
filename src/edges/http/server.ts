import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { SetupError } from '../../kit/db/index.ts'
import { hungUp } from '../../kit/hung-up.ts'
import type { Log } from '../../kit/log.ts'
import type { OwnAddress } from '../../kit/own-address.ts'
import { isNonce } from '../../kit/proof.ts'
import { isStopping } from '../../kit/stopping.ts'
import type { Healths } from './health.ts'
import { frontPage, missingPage } from './page.ts'

export type HttpParts = {
  host: string
  port: number
  /** The usual times by default. */
  slowest?: Slowest
  log: Log
  healths: Healths
  /** What only this bot can answer to a nonce: by it who has its secrets knows it. */
  prove(nonce: string): string
  /** Where people open the sandbox; null with a real Slack. */
  sandboxUrl: string | null
  /** The HTTP API, where it is open. */
  api?: Hono | undefined
  /** The ways into the dashboard. */
  signIn?: Hono<{ Bindings: HttpBindings }> | undefined
  /** The dashboard; to a stranger at `/` it leaves the front page. */
  pages?: Hono<{ Bindings: HttpBindings }> | undefined
  /** Where browsers reach the bot. */
  address?: OwnAddress | undefined
  /** Documents by signed links. */
  download?: Hono | undefined
  /** What GitHub tells by its webhook. */
  github?: Hono | undefined
  /** What only who runs the bot may ask. */
  operator?: Hono<{ Bindings: HttpBindings }> | undefined
  /** What is served to whoever has its address. */
  files?: Hono | undefined
  /** Slack's requests, where they come by HTTP. */
  slack: { path: string; listener(request: IncomingMessage, response: ServerResponse): void } | undefined
}

/** How many milliseconds a request may take to come: its head, and all of it. It is looked for at these intervals. */
export type Slowest = { headMs: number; wholeMs: number; lookMs: number }

/** Nobody who means well sends 5 MB so slowly; each that is waited for holds a connection. Answers, and streams, may last. */
const slowestRequest: Slowest = { headMs: 20_000, wholeMs: 60_000, lookMs: 5_000 }

export interface HttpServer {
  /** Where it listens. */
  readonly url: string
  /** What it answers to, as `GET /healthz`: every one is walked by who may not know. */
  readonly doors: readonly string[]
  /** Answers 503 from now on, but to Slack. Resolves when no other request is in hand. */
  finish(): Promise<void>
  close(): Promise<void>
}

/** Serves health, the front page, and Slack's requests. Throws a `SetupError` in one line when the port is taken. */
export async function serveHttp(parts: HttpParts): Promise<HttpServer> {
  const app = new Hono()
  const inHand = new Set<Promise<void>>()
  let finishing = false
  app.use(async (c, next) => {
    if (!finishing) await next()
    // Cut short in the middle: nothing of it was done.
    if (finishing && (!c.finalized || isStopping(c.error))) c.res = restarting()
  })
  // A request that the stop cut short is no error: the client is asked to retry.
  app.onError((error, c) => {
    if (isStopping(error)) return restarting()
    if (hungUp(error)) parts.log.debug({ path: c.req.path }, 'Who sent a request hung up')
    else parts.log.error({ err: error, path: c.req.path }, 'A request failed')
    return c.text('Internal Server Error', 500)
  })
  // Whatever is hidden from whoever asks answers the same.
  app.notFound((c) => {
    if (!c.req.header('accept')?.includes('text/html')) return c.text('404 Not Found', 404)
    const at = parts.address?.seenBy(c.req.header('host')) ?? ''
    return c.html(missingPage(`${at}/`, c.req.header('accept-language')), 404)
  })
  // Whoever asks may be a stranger: they learn only whether the bot is alive.
  app.get('/healthz', async (c) => {
    const { ok } = await parts.healths.health()
    const nonce = c.req.query('nonce')
    c.header('cache-control', 'no-store')
    return c.json({ ok, ...(nonce && isNonce(nonce) ? { proof: parts.prove(nonce) } : {}) }, ok ? 200 : 503)
  })
  app.get('/readyz', async (c) => {
    const ok = await parts.healths.isReady()
    c.header('cache-control', 'no-store')
    return c.json({ ok }, ok ? 200 : 503)
  })
  if (parts.pages) app.route('/', parts.pages)
  app.get('/', async (c) => {
    const { ok } = await parts.healths.health()
    const at = parts.address?.seenBy(c.req.header('host')) ?? ''
    const places = { sandboxUrl: parts.sandboxUrl, signIn: `${at}/sign-in` }
    return c.html(frontPage(ok, places, c.req.header('accept-language')))
  })
  if (parts.operator) app.route('/', parts.operator)
  if (parts.signIn) app.route('/', parts.signIn)
  if (parts.files) app.route('/', parts.files)
  if (parts.api) app.route('/', parts.api)
  if (parts.download) app.route('/', parts.download)
  if (parts.github) app.route('/', parts.github)
  const hono = getRequestListener(app.fetch)
  const { headMs, wholeMs, lookMs } = parts.slowest ?? slowestRequest
  const limits = { headersTimeout: headMs, requestTimeout: wholeMs, connectionsCheckingInterval: lookMs }
  const server = createServer(limits, (request, response) => {
    const path = (request.url ?? '/').split('?')[0]
    if (parts.slack && path === parts.slack.path) parts.slack.listener(request, response)
    else {
      const { promise: answered, resolve } = Promise.withResolvers<void>()
      inHand.add(answered)
      response.once('close', () => {
        inHand.delete(answered)
        resolve()
      })
      void hono(request, response)
    }
  })
  const port = await listen(server, parts)
  return {
    url: `http://${parts.host}:${port}`,
    doors: [
      ...new Set(app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`)),
    ],
    async finish() {
      finishing = true
      while (inHand.size > 0) await Promise.allSettled(inHand)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** For programs that ask just now: they may ask again. */
const restarting = () => new Response('The bot is restarting\n', { status: 503, headers: { 'retry-after': '5' } })

function listen(server: Server, { host, port }: HttpParts): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      reject(taken ? new SetupError(`Port ${port} is taken: stop what uses it, or set PORT to another one`) : error)
    })
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}
