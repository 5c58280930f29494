import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

/** Slack's end of Socket Mode, for tests and measurements of what no well-behaved workspace sends. */
export interface FakeSlack {
  readonly apiUrl: string
  /** Sends one message down a connection and resolves with the acknowledgement's payload. */
  deliver(message: { envelope_id: string; [key: string]: unknown }): Promise<unknown>
  /** Sends a text as it is. */
  say(text: string): void
  /** Asks the oldest connection to go, as Slack does every few hours, and sends nothing more down it. */
  refresh(): void
  /** Resolves when there are `count` connections, not counting those that were asked to go. */
  connected(count: number): Promise<void>
  /** What every Web API method answers instead of its success. */
  refuse(error: string | undefined): void
  close(): Promise<void>
}

/** Listens on `port` of the loopback; 0 is any. */
export async function createFakeSlack(port = 0): Promise<FakeSlack> {
  const sockets: WebSocket[] = []
  const acks = new Map<string, (payload: unknown) => void>()
  const watchers = new Set<() => void>()
  let refusal: string | undefined
  let turn = 0

  const answer = (response: ServerResponse, body: object) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(refusal === undefined ? { ok: true, ...body } : { ok: false, error: refusal }))
  }
  const server = createServer((request, response) => {
    request.resume()
    if (!request.headers.authorization) return response.end('{"ok":false,"error":"not_authed"}')
    if (request.url?.endsWith('/auth.test')) return answer(response, { user_id: 'UBOT', bot_id: 'BBOT', team_id: 'T1' })
    answer(response, { url: `ws://127.0.0.1:${address().port}/link` })
  })
  // It listens on a port, not on a pipe.
  const address = () => server.address() as AddressInfo
  const hub = new WebSocketServer({ server })
  hub.on('connection', (socket) => {
    sockets.push(socket)
    socket.on('message', (data) => {
      // Bolt writes nothing else to the socket.
      const { envelope_id: id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload: unknown }
      acks.get(id)?.(payload)
      acks.delete(id)
    })
    socket.on('close', () => {
      forget(socket)
      for (const watcher of watchers) watcher()
    })
    socket.send(JSON.stringify({ type: 'hello' }), () => {
      for (const watcher of watchers) watcher()
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))

  const forget = (socket: WebSocket) => {
    const place = sockets.indexOf(socket)
    if (place >= 0) sockets.splice(place, 1)
  }
  const any = () => {
    const socket = sockets[turn++ % Math.max(sockets.length, 1)]
    if (!socket) throw new Error('Nobody is connected')
    return socket
  }
  return {
    apiUrl: `http://127.0.0.1:${address().port}/api/`,
    deliver(message) {
      return new Promise((resolve) => {
        acks.set(message.envelope_id, resolve)
        any().send(JSON.stringify(message))
      })
    },
    say: (text) => any().send(text),
    refresh() {
      const oldest = sockets.shift()
      oldest?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }))
    },
    connected(count) {
      return new Promise((resolve) => {
        const look = () => {
          if (sockets.length !== count) return
          watchers.delete(look)
          resolve()
        }
        watchers.add(look)
        look()
      })
    },
    refuse(error) {
      refusal = error
    },
    async close() {
      for (const socket of hub.clients) socket.terminate()
      hub.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
