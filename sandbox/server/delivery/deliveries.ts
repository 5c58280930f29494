import type { Delivery } from '../../protocol.ts'
import { Log } from './log.ts'
import { type Envelope, type Outcome, patience, type Retry, type Transport } from './transport.ts'

/** Slack sends an unacknowledged event again: at once, after a minute, after five. Milliseconds. */
const waits = [0, 60_000, 300_000] as const

/** Sends envelopes to the app, writes each attempt down, and sends events again that were not acknowledged. */
export class Deliveries {
  readonly log = new Log<Delivery>()
  readonly #transport: Transport
  readonly #scale: number
  readonly #now: () => number
  readonly #timers = new Set<NodeJS.Timeout>()
  #collector: Promise<unknown>[] | undefined

  constructor(transport: Transport, options: { scale: number; now: () => number }) {
    this.#transport = transport
    this.#scale = options.scale
    this.#now = options.now
  }

  /** One attempt, as interactions get: they are never sent again. */
  attempt(envelope: Envelope, retry?: Retry): Promise<Outcome> {
    const started = performance.now()
    const eventId = envelope.payload.event_id
    const entry = this.log.add({
      ...{ at: this.#now(), type: envelope.type, attempt: retry?.attempt ?? 0, acked_ms: null, ack: null },
      ...(typeof eventId === 'string' ? { event_id: eventId } : {}),
    })
    return this.#transport.send(envelope, retry).then((outcome) => {
      if (outcome.acked) {
        entry.acked_ms = Math.round((performance.now() - started) * 10) / 10
        entry.ack = outcome.ack
      } else entry.failed = outcome.reason
      return outcome
    })
  }

  /** Sends an event, again and again if need be, without anybody waiting. */
  event(envelope: Envelope): void {
    const first = this.#try(envelope, 0, undefined)
    if (this.#transport.ready) this.#collector?.push(first)
  }

  async #try(envelope: Envelope, index: number, retry: Retry | undefined): Promise<void> {
    const outcome = await this.attempt(envelope, retry)
    const wait = waits[index]
    if (outcome.acked || outcome.noRetry || wait === undefined) return
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      void this.#try(envelope, index + 1, { attempt: index + 1, reason: outcome.reason })
    }, wait * this.#scale)
    this.#timers.add(timer)
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
    await Promise.race([Promise.all(collected), new Promise((resolve) => setTimeout(resolve, patience).unref())])
    return result
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
  }
}
