import { SocketModeClient } from '@slack/socket-mode'
import { Malformed } from '../../../kit/lenient.ts'
import type { Log } from '../../../kit/log.ts'
import { finishedWithin } from '../../../kit/patience.ts'
import { clientOptions, quiet } from '../../../kit/slack/index.ts'
import { parseJson } from '../../../kit/well-formed.ts'

/** What comes through the socket, besides `hello` and `disconnect`. https://docs.slack.dev/apis/events-api/using-socket-mode */
export type SocketMessage = {
  type: string
  envelope_id: string
  payload?: unknown
  retry_attempt?: number
  retry_reason?: string
}

export type Answer = (payload?: unknown) => Promise<void>

export type ConnectionOptions = {
  appToken: string
  apiUrl: string | undefined
  log: Log
  /** Handles one envelope. What it throws is logged, and the envelope stays unacknowledged. */
  handle: (message: SocketMessage, answer: Answer) => Promise<void>
  /** Slack has greeted a connection; `total`: how many it counts on this app, where it says so. */
  greeted?: (total: number | undefined) => void
  /** A connection that was greeted has ended. */
  ended?: () => void
}

/** How long in milliseconds a connection may take to be greeted. */
const HELLO_MS = 10_000

/** How long in milliseconds a connection that Slack asked to go waits for answers that are being worked out. */
const DRAIN_MS = 2_000

/** The same for one that the bot closes: its receiver has waited before, and what is worked out now only has to be sent. */
const LAST_ANSWERS_MS = 200

/** How long in milliseconds the other side may take to agree that the connection ends. */
const GOODBYE_MS = 1_000

/**
 * One Socket Mode connection, used once. It reads the messages itself: the library (3.1.0) ends the process over an
 * `events_api` envelope without an event, such as `app_rate_limited`. It does not reconnect: see `line.ts`.
 */
export class Connection extends SocketModeClient {
  /** Resolves when the connection has ended, for whatever reason. */
  readonly ended: Promise<void>
  /** Resolves when Slack asks for another connection in place of this one. */
  readonly leaving: Promise<void>
  readonly #options: ConnectionOptions
  readonly #closing: AbortController
  readonly #leave: () => void
  readonly #working = new Set<Promise<void>>()

  constructor(options: ConnectionOptions) {
    const { appToken, apiUrl, log } = options
    const closing = new AbortController()
    const client = clientOptions({ apiUrl, timeoutMs: HELLO_MS, log })
    super({
      appToken,
      autoReconnectEnabled: false,
      logger: quiet(log),
      clientOptions: {
        ...client,
        // Closed while it still asks for an address, the library would go on and connect.
        fetch: (input, init) =>
          client.fetch(input, {
            ...init,
            signal: AbortSignal.any([closing.signal, ...(init?.signal ? [init.signal] : [])]),
          }),
      },
    })
    this.#options = options
    this.#closing = closing
    const leave = Promise.withResolvers<void>()
    this.leaving = leave.promise
    this.#leave = leave.resolve
    this.ended = new Promise((resolve) => this.once('close', resolve))
  }

  /** Resolves when Slack has greeted us. Rejects when it refuses or does not answer; the connection is over then. */
  async open(): Promise<void> {
    let greeted = false
    const greeting = this.start().then(() => {
      greeted = true
    })
    try {
      await finishedWithin(HELLO_MS, greeting)
      if (!greeted) throw new Error('Slack did not say hello')
    } catch (error) {
      greeting.catch(() => {})
      await this.close()
      throw error ?? new Error('The connection was closed before Slack said hello')
    }
  }

  /** Ends the connection, within about 1 s. */
  async close(): Promise<void> {
    this.#closing.abort()
    await this.#drain(LAST_ANSWERS_MS)
    const goodbye = this.disconnect()
    await finishedWithin(GOODBYE_MS, goodbye)
    // Asked twice, the library no longer waits for the other side.
    if (this.websocket?.readyState !== undefined) void this.disconnect()
  }

  protected override async onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void> {
    const message = isBinary || typeof data !== 'string' ? undefined : read(data)
    if (message?.type === 'hello') {
      const { num_connections: total } = message
      this.#options.greeted?.(typeof total === 'number' ? total : undefined)
      void this.ended.then(() => this.#options.ended?.())
      return super.onWebSocketMessage(data, isBinary)
    }
    if (message?.type === 'disconnect') {
      this.#options.log.debug({ reason: message.reason }, 'Slack asks for a fresh connection')
      this.#leave()
      await this.#drain(DRAIN_MS)
      return super.onWebSocketMessage(data, isBinary)
    }
    if (!isEnvelope(message)) return this.#options.log.warn('A message without an envelope came through the socket')
    const work = this.#work(message).finally(() => this.#working.delete(work))
    this.#working.add(work)
  }

  async #work(message: SocketMessage): Promise<void> {
    try {
      await this.#options.handle(message, (payload) => this.#answer(message.envelope_id, payload))
    } catch (error) {
      // Slack sends an event again that found no ear; of an interaction the verb has committed. What cannot be read is Slack's fault.
      const level = error instanceof ConnectionEnded || error instanceof Malformed ? 'warn' : 'error'
      this.#options.log[level]({ err: error, type: message.type }, 'Something from Slack was not acknowledged')
    }
  }

  #answer(envelopeId: string, payload: unknown): Promise<void> {
    return new Promise((resolve, reject) => {
      if (!this.websocket?.isActive()) return reject(new ConnectionEnded())
      const content = typeof payload === 'string' ? { text: payload } : (payload ?? {})
      const text = JSON.stringify({ envelope_id: envelopeId, payload: content })
      this.websocket.send(text, (error) => (error ? reject(error) : resolve()))
    })
  }

  async #drain(ms: number): Promise<void> {
    await finishedWithin(ms, Promise.all(this.#working))
  }
}

class ConnectionEnded extends Error {
  constructor() {
    super('The connection ended before the acknowledgement')
  }
}

function read(data: string): Record<string, unknown> | undefined {
  try {
    const value = parseJson(data)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}

function isEnvelope(value: Record<string, unknown> | undefined): value is SocketMessage {
  return typeof value?.type === 'string' && typeof value.envelope_id === 'string'
}
