import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { RateLimits } from '../../sandbox/server/api/rate-limits.ts'

/** One call of the bot to a channel of the crowd. `at` is when it arrived, in milliseconds since the epoch. */
export type Arrived = { at: number; method: string; args: URLSearchParams; limited: boolean }

export interface CrowdedSlack {
  /** Where a bot takes it for a sandbox. */
  readonly url: string
  readonly port: number
  /** What was called in the channels of the crowd, the earliest first. */
  readonly arrived: readonly Arrived[]
  close(): Promise<void>
}

/**
 * Stands between the bot and a sandbox: whatever is done in a channel of the crowd (see crowd.ts) is answered at once, since
 * thousands of channels would cost the sandbox its own time; the rest goes on to the sandbox. With `limited` Slack's rate
 * limits hold for both together; the sandbox's own are to be off.
 */
export async function openCrowdedSlack(sandboxUrl: string, { limited }: { limited: boolean }): Promise<CrowdedSlack> {
  const arrived: Arrived[] = []
  const limits = new RateLimits(Date.now)

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '/'
    const body = await read(request)
    const method = /^\/api\/([\w.]+)/.exec(path)?.[1] ?? ''
    const args = new URLSearchParams(body)
    const channel = args.get('channel') ?? ''
    const at = Date.now()
    const late = limited && method ? limits.take(method, channel) : undefined
    const isCrowd = channel.startsWith('C0CROWD')
    if (isCrowd) arrived.push({ at, method, args, limited: late !== undefined })
    if (late !== undefined) {
      response.writeHead(429, { 'content-type': 'application/json', 'retry-after': String(late) })
      response.end('{"ok":false,"error":"ratelimited"}')
      return
    }
    if (isCrowd) {
      const ts = `${Math.floor(at / 1000)}.${String(arrived.length).padStart(6, '0')}`
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ ok: true, channel, ts, message_ts: ts, messages: [], members: [] }))
      return
    }
    const { authorization = '', 'content-type': type = '' } = request.headers
    const init =
      request.method === 'POST'
        ? { body, headers: { authorization, 'content-type': type } }
        : { headers: { authorization } }
    const passed = await fetch(`${sandboxUrl}${path}`, { method: request.method ?? 'GET', ...init })
    response.writeHead(passed.status, { 'content-type': passed.headers.get('content-type') ?? 'application/json' })
    response.end(await passed.text())
  }
  const server = createServer((request, response) => {
    // A sandbox that has gone takes the connections with it.
    handle(request, response).catch(() => request.socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    arrived,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString()
}

const mark = z.object({ event_payload: z.object({ incident: z.string(), slot: z.string() }) })

/** When checkpoints of each incident were posted, by subject. */
export function checkpointsIn(arrived: readonly Arrived[]): Map<string, number[]> {
  const came = new Map<string, number[]>()
  for (const { at, method, args, limited } of arrived) {
    if (method !== 'chat.postMessage' || limited) continue
    const read = mark.safeParse(JSON.parse(args.get('metadata') ?? 'null'))
    if (!read.success || !read.data.event_payload.slot.startsWith('checkpoint:')) continue
    const subject = `incident:${read.data.event_payload.incident}`
    came.set(subject, [...(came.get(subject) ?? []), at])
  }
  return came
}
