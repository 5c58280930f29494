import type { ServerResponse } from 'node:http'
import type { Change, ChangeBody } from '../../protocol.ts'
import { Log } from '../delivery/log.ts'

/** A comment now and then keeps the connection alive. Milliseconds. */
const heartbeat = 15_000

/** Tells browsers of each change, by server-sent events; the last ones are kept for those who come back. */
export class ChangeStream {
  readonly #log: Log<Change>
  readonly #listeners = new Set<ServerResponse>()
  readonly #beat: NodeJS.Timeout

  constructor(startAt: number) {
    this.#log = new Log<Change>(2000, startAt)
    this.#beat = setInterval(() => {
      for (const listener of this.#listeners) listener.write(':\n\n')
    }, heartbeat)
    this.#beat.unref()
  }

  get seq(): number {
    return this.#log.seq
  }

  /** What came after the change of that number; undefined when some of it is no longer kept. */
  since(seq: number): Change[] | undefined {
    return this.#log.since(seq)
  }

  tell(change: ChangeBody): void {
    // A union without one key is not the union of its members without it: TypeScript takes only what all have.
    const numbered = this.#log.add(change as Omit<Change, 'seq'>)
    if (this.#listeners.size === 0) return
    const text = encode(numbered)
    for (const listener of this.#listeners) listener.write(text)
  }

  /** Opens the stream; `since` is the number of the last change known, undefined for one who knows nothing. */
  open(response: ServerResponse, since: number | undefined): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    response.write('retry: 500\n\n')
    const missed = since === undefined ? [] : this.#log.since(since)
    for (const change of missed ?? [{ seq: this.seq, kind: 'reset' } as const]) response.write(encode(change))
    this.#listeners.add(response)
    response.on('close', () => this.#listeners.delete(response))
  }

  close(): void {
    clearInterval(this.#beat)
    for (const listener of this.#listeners) listener.end()
  }
}

function encode(change: Change): string {
  return `id: ${change.seq}\ndata: ${JSON.stringify(change)}\n\n`
}
