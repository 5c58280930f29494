import type { Fault } from '../../protocol.ts'

type Live = Fault & { left: number }

/** What is to go wrong with one call. */
export type Trouble = { latencyMs: number; outcome: Fault | undefined; instead: Record<string, string> }

/** Whether the call is done all the same, and only what is answered is another. */
export const isAltering = ({ answer, headers }: Fault): boolean => answer !== undefined || headers !== undefined

/** The faults that a driver ordered, in the order in which they came. */
export class Faults {
  #live: Live[] = []

  order(fault: Fault): void {
    const times = fault.times ?? -1
    this.#live.push({ ...fault, left: times < 0 ? Number.POSITIVE_INFINITY : times })
  }

  clear(): void {
    this.#live = []
  }

  list(): Fault[] {
    return this.#live.map(({ left, ...fault }) => ({ ...fault, ...(Number.isFinite(left) ? { times: left } : {}) }))
  }

  /** Uses up one time of each fault that meets this call. */
  meet(method: string, args: Readonly<Record<string, unknown>> = {}): Trouble {
    let instead: Record<string, string> = {}
    if (this.#live.length === 0) return { latencyMs: 0, outcome: undefined, instead }
    let latencyMs = 0
    let outcome: Fault | undefined
    for (const fault of this.#live) {
      if (fault.method !== '*' && fault.method !== method) continue
      if (Object.entries(fault.args ?? {}).some(([name, value]) => args[name] !== value)) continue
      const decides =
        fault.error !== undefined ||
        fault.http_status !== undefined ||
        fault.retry_after !== undefined ||
        fault.cut !== undefined ||
        isAltering(fault)
      if (decides && outcome) continue
      latencyMs += fault.latency_ms ?? 0
      instead = { ...instead, ...fault.instead }
      if (decides) outcome = fault
      fault.left -= 1
    }
    this.#live = this.#live.filter((fault) => fault.left > 0)
    return { latencyMs, outcome, instead }
  }
}
