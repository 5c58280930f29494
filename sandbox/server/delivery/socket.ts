import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import { newSecret } from '../ids.ts'
import { appSettings } from '../seed/app.ts'
import { isObject } from '../workspace/json.ts'
import type { Envelope, Outcome, Retry, Transport } from './transport.ts'

/** Slack pings each connection; clients give up on one that stays silent for 30 s. */
const pingEvery = 5000

/** A ticket from `apps.connections.open` serves once, for half a minute. */
const ticketLife = 30_000

/** How long Slack leaves a connection open after it asked the app to leave. */
const farewell = 1000

type Waiting = { connection: WebSocket; settle: (outcome: Outcome) => void }

/** Socket Mode: hands out addresses, greets, sends each envelope to one connection and waits for its acknowledgement. */
export class SocketMode implements Transport {
  readonly #server = new WebSocketServer({ noServer: true })
  readonly #tickets = new Map<string, number>()
  readonly #connections: WebSocket[] = []
  readonly #leaving = new Set<WebSocket>()
  readonly #waiting = new Map<string, Waiting>()
  readonly #pings: NodeJS.Timeout
  readonly #patience: number

  /** `patience` in milliseconds. */
  constructor(patience: number) {
    this.#patience = patience
    this.#pings = setInterval(() => {
      for (const connection of this.#connections) connection.ping(`Ping from ${appSettings.appId}`)
    }, pingEvery)
    this.#pings.unref()
  }

  /** The address that `apps.connections.open` answers with. */
  address(port: number): string {
    const ticket = newSecret()
    this.#tickets.set(ticket, Date.now() + ticketLife)
    for (const [old, until] of this.#tickets) if (until < Date.now()) this.#tickets.delete(old)
    return `ws://127.0.0.1:${port}/link/?ticket=${ticket}&app_id=${appSettings.appId}`
  }

  get connections(): number {
    return this.#connections.length
  }

  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'http://sandbox').searchParams.get('ticket') ?? ''
    const until = this.#tickets.get(ticket)
    if (!this.#tickets.delete(ticket) || until === undefined || until < Date.now()) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#greet(connection))
  }

  #greet(connection: WebSocket): void {
    this.#connections.push(connection)
    connection.on('message', (data) => this.#heard(String(data)))
    connection.on('error', () => connection.terminate())
    connection.on('close', () => this.#gone(connection))
    connection.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#connections.length,
        debug_info: { host: 'sandbox', build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: appSettings.appId },
      }),
    )
  }

  #heard(data: string): void {
    let answer: unknown
    try {
      answer = JSON.parse(data)
    } catch {
      return
    }
    if (!isObject(answer) || typeof answer.envelope_id !== 'string') return
    this.#settle(answer.envelope_id, { acked: true, ack: answer.payload ?? {} })
  }

  #settle(id: string, outcome: Outcome): void {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    waiting?.settle(outcome)
  }

  #gone(connection: WebSocket): void {
    const index = this.#connections.indexOf(connection)
    if (index >= 0) this.#connections.splice(index, 1)
    this.#leaving.delete(connection)
    for (const [id, waiting] of this.#waiting) {
      if (waiting.connection === connection) this.#settle(id, { acked: false, reason: 'connection_failed' })
    }
  }

  /** One of the open connections by turns, those that were asked to leave aside. */
  #pick(): WebSocket | undefined {
    const open = this.#connections.filter((each) => each.readyState === WebSocket.OPEN && !this.#leaving.has(each))
    const chosen = open[0]
    if (chosen) {
      this.#connections.splice(this.#connections.indexOf(chosen), 1)
      this.#connections.push(chosen)
    }
    return chosen
  }

  get ready(): boolean {
    return this.#connections.some((each) => each.readyState === WebSocket.OPEN && !this.#leaving.has(each))
  }

  async send(envelope: Envelope, retry: Retry | undefined): Promise<Outcome> {
    const connection = this.#pick()
    if (!connection) return { acked: false, reason: 'no_connection' }
    const envelope_id = randomUUID()
    const events = envelope.kind === 'events_api'
    const message = {
      envelope_id,
      payload: envelope.payload,
      type: envelope.kind,
      accepts_response_payload: !events,
      ...(events ? { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' } : {}),
    }
    return new Promise<Outcome>((resolve) => {
      const timer = setTimeout(() => this.#settle(envelope_id, { acked: false, reason: 'timeout' }), this.#patience)
      const settle = (outcome: Outcome) => {
        clearTimeout(timer)
        resolve(outcome)
      }
      this.#waiting.set(envelope_id, { connection, settle })
      connection.send(JSON.stringify(message))
    })
  }

  /** Asks connections to leave, as Slack does now and then (`refresh_requested`, `warning`, `link_disabled`): the first `most`. */
  refresh(reason: string, most: number): void {
    for (const connection of this.#connections.slice(0, most)) {
      this.#leaving.add(connection)
      connection.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'sandbox' } }))
      setTimeout(() => connection.close(), farewell).unref()
    }
  }

  /** Sends a text as it is to every connection: malformed envelopes, `app_rate_limited`. */
  raw(text: string): void {
    for (const connection of this.#connections) connection.send(text)
  }

  /** Cuts every connection without a word. */
  cut(): void {
    for (const connection of [...this.#connections]) connection.terminate()
  }

  close(): void {
    clearInterval(this.#pings)
    this.cut()
    for (const id of [...this.#waiting.keys()]) this.#settle(id, { acked: false, reason: 'connection_failed' })
    this.#server.close()
  }
}
