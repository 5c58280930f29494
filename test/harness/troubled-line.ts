import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * What goes wrong with one call: the line is cut before Slack has it, or after Slack did it; Slack answers 500 and did
 * nothing, or 503 and did it; it asks for patience; or it does it only `lateMs` later, when the caller has given up.
 */
export const troubles = ['cut-before', 'cut-after', '500-before', '503-after', '429', 'late'] as const

export type Trouble = (typeof troubles)[number]

export interface TroubledLine {
  /** Where a client finds Slack at the end of this line: as the sandbox's own address. */
  readonly url: string
  /** Troubles the `nth` call (from 1) of a method from now on. */
  trouble(call: { method: string; nth: number; how: Trouble }): void
  /** Whether every trouble that was ordered has happened. */
  spent(): boolean
  /** Takes back every trouble that has not happened. */
  calm(): void
  close(): Promise<void>
}

/** Stands between the bot and the sandbox, to trouble one call among several of the same method. */
export async function createTroubledLine(sandboxUrl: string, { lateMs }: { lateMs: number }): Promise<TroubledLine> {
  let ordered: { method: string; left: number; how: Trouble }[] = []

  function troubleOf(method: string): Trouble | undefined {
    const matching = ordered.filter((each) => each.method === method)
    for (const each of matching) each.left -= 1
    const now = matching.find((each) => each.left === 0)
    ordered = ordered.filter((each) => each.left > 0)
    return now?.how
  }

  async function passOn(
    request: IncomingMessage,
    body: Buffer,
  ): Promise<{ status: number; headers: Headers; text: string }> {
    const { authorization = '', 'content-type': type = '' } = request.headers
    const init =
      request.method === 'POST'
        ? { body, headers: { authorization, 'content-type': type } }
        : { headers: { authorization } }
    const answer = await fetch(`${sandboxUrl}${request.url}`, { method: request.method ?? 'GET', ...init })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const how = troubleOf(new URL(request.url ?? '/', sandboxUrl).pathname.replace('/api/', ''))
    if (how === 'cut-before') return void request.socket.destroy()
    if (how === '500-before') return void response.writeHead(500).end('{"ok":false,"error":"internal_error"}')
    if (how === '429')
      return void response.writeHead(429, { 'retry-after': '1' }).end('{"ok":false,"error":"ratelimited"}')
    if (how === 'late') await wait(lateMs)
    const answer = await passOn(request, Buffer.concat(parts))
    if (how === 'cut-after') return void request.socket.destroy()
    if (how === '503-after') return void response.writeHead(503).end('{"ok":false,"error":"service_unavailable"}')
    const retryAfter = answer.headers.get('retry-after')
    const contentType = answer.headers.get('content-type') ?? 'application/json'
    response.writeHead(answer.status, {
      'content-type': contentType,
      ...(retryAfter ? { 'retry-after': retryAfter } : {}),
    })
    response.end(answer.text)
  }

  const server = createServer((request, response) => {
    // A caller that has gone takes its connection with it.
    handle(request, response).catch(() => request.socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    trouble: ({ method, nth, how }) => void ordered.push({ method, left: nth, how }),
    spent: () => ordered.length === 0,
    calm() {
      ordered = []
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
