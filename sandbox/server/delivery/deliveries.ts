import type { Delivery } from '../../protocol.ts'
import { Log } from './log.ts'
import type { Envelope, Outcome, Retry, Transport } from './transport.ts'

/** Slack sends an unacknowledged event again: at once, after a minute, after five. Milliseconds. */
const waits = [0, 60_000, 300_000] as const

/** An event on its way: what is tried next, when (milliseconds since the epoch), and why again. */
export type Pending = { id: string; envelope: Envelope; attempt: number; due: number; reason: string }

type Options = {
  /** Multiplies the waits before an event is sent again. */
  scale: number
  now: () => number
  /** How long the app may take to acknowledge, in milliseconds. */
  patience: number
  /** Told of each event on its way (its envelope the first time only), and with nothing when it is delivered or given up. */
  keep?: (id: string, pending?: Omit<Pending, 'envelope'> & Partial<Pending>) => void
}

/** Sends envelopes to the app, writes each attempt down, and sends events again that were not acknowledged. */
export class Deliveries {
  readonly log = new Log<Delivery>()
  readonly pending = new Map<string, Pending>()
  readonly #transport: Transport
  readonly #options: Options
  readonly #timers = new Set<NodeJS.Timeout>()
  #collector: Promise<unknown>[] | undefined
  #closed = false

  constructor(transport: Transport, options: Options) {
    this.#transport = transport
    this.#options = options
  }

  /** One attempt, as interactions get: they are never sent again. */
  async attempt(envelope: Envelope, retry?: Retry): Promise<Outcome> {
    const started = performance.now()
    const eventId = envelope.payload.event_id
    const entry = this.log.add({
      at: this.#options.now(),
      type: envelope.type,
      attempt: retry?.attempt ?? 0,
      acked_ms: null,
      ack: null,
      ...(typeof eventId === 'string' ? { event_id: eventId } : {}),
    })
    const outcome = await this.#transport.send(envelope, retry)
    if (outcome.acked) {
      entry.acked_ms = Math.round((performance.now() - started) * 10) / 10
      entry.ack = outcome.ack
    } else entry.failed = outcome.reason
    return outcome
  }

  /** Sends an event, again and again if need be, without anybody waiting. */
  event(envelope: Envelope): void {
    const id = String(envelope.payload.event_id)
    const first = this.#try({ id, envelope, attempt: 0, due: this.#options.now(), reason: '' })
    if (this.#transport.ready) this.#collector?.push(first)
  }

  /** Goes on with an event that was on its way when the sandbox ended. */
  resume(pending: Pending): void {
    this.#keep(pending)
    this.#schedule(pending)
  }

  /** Gives all events up that are on their way, and forgets what was delivered. */
  forget(): void {
    this.log.clear()
    for (const id of [...this.pending.keys()]) this.#done(id)
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
  }

  async #try(pending: Pending): Promise<void> {
    const { id, envelope, attempt } = pending
    if (this.pending.get(id) !== pending) this.#keep(pending)
    const outcome = await this.attempt(envelope, attempt === 0 ? undefined : { attempt, reason: pending.reason })
    if (this.#closed || this.pending.get(id) !== pending) return
    const wait = waits[attempt]
    if (outcome.acked || outcome.noRetry || wait === undefined) return this.#done(id)
    const due = this.#options.now() + wait * this.#options.scale
    const next = { id, envelope, attempt: attempt + 1, due, reason: outcome.reason }
    this.#keep(next)
    this.#schedule(next)
  }

  #schedule(pending: Pending): void {
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer)
        void this.#try(pending)
      },
      Math.max(pending.due - this.#options.now(), 0),
    )
    this.#timers.add(timer)
  }

  #keep(pending: Pending): void {
    const { envelope, ...progress } = pending
    const isNew = !this.pending.has(pending.id)
    this.pending.set(pending.id, pending)
    this.#options.keep?.(pending.id, isNew ? { ...progress, envelope } : progress)
  }

  #done(id: string): void {
    this.pending.delete(id)
    this.#options.keep?.(id)
  }

  /** Runs `work` (synchronous) and waits until the app acknowledged the events it caused, or its time for that is over. */
  async caused<T>(work: () => T): Promise<T> {
    const collected: Promise<unknown>[] = []
    this.#collector = collected
    let result: T
    try {
      result = work()
    } finally {
      this.#collector = undefined
    }
    await Promise.race([
      Promise.all(collected),
      new Promise((resolve) => setTimeout(resolve, this.#options.patience).unref()),
    ])
    return result
  }

  close(): void {
    this.#closed = true
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
  }
}
