/** One worker of a queue: whether it holds jobs now, and how to make it look for more at once. */
export type Sleeper = { busy: boolean; wake(): void }

export interface Wakers {
  /** Adds a worker of a queue. */
  add(queue: string, sleeper: Sleeper): void
  /** There is work in a queue: wakes one worker that holds none. Where all hold some, each looks again when it is done. */
  wake(queue: string): void
}

/**
 * Who is woken by a notification. pg-boss wakes every worker of a queue, and each looks: with sixteen of them on PGlite's one
 * connection, the job that was notified of waits for fifteen looks at nothing. Here one is woken; whoever finds work
 * wakes the next, so as many work as there is work for.
 */
export function createWakers(): Wakers {
  const queues = new Map<string, Sleeper[]>()
  return {
    add(queue, sleeper) {
      const sleepers = queues.get(queue) ?? []
      sleepers.push(sleeper)
      queues.set(queue, sleepers)
    },
    wake(queue) {
      const sleepers = queues.get(queue) ?? []
      const idle = sleepers.find((each) => !each.busy)
      for (const each of idle ? [idle] : sleepers) each.wake()
    },
  }
}
