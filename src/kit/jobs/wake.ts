/** One worker of a queue: whether it holds jobs now, and how to make it look for more at once. */
export type Sleeper = { busy: boolean; wake(): void }

export interface Wakers {
  /** Adds a worker of a queue. */
  add(queue: string, sleeper: Sleeper): void
  /** There is work in a queue: wakes one worker that holds none. Where all hold some, each looks again when it is done. */
  wake(queue: string): void
  /** A worker has taken this many jobs of a queue; `isFull`: as many as it may. Wakes another where there may be more. */
  took(queue: string, jobs: number, isFull: boolean): void
}

/**
 * Who is woken by a notification. pg-boss wakes every worker of a queue, and each looks: with sixteen of them on PGlite's one
 * connection, the job that was notified of waits for fifteen looks at nothing. Here one is woken; whoever takes less than was
 * notified of, or as much as it may, wakes the next, so that no more workers run than there is work for.
 */
export function createWakers(): Wakers {
  const queues = new Map<string, Sleeper[]>()
  /** How many notifications have come for which nobody has taken a job yet. */
  const notified = new Map<string, number>()

  const wakeOne = (queue: string) => {
    const sleepers = queues.get(queue) ?? []
    const idle = sleepers.find((each) => !each.busy)
    for (const each of idle ? [idle] : sleepers) each.wake()
  }
  return {
    add(queue, sleeper) {
      const sleepers = queues.get(queue) ?? []
      sleepers.push(sleeper)
      queues.set(queue, sleepers)
    },
    wake(queue) {
      notified.set(queue, (notified.get(queue) ?? 0) + 1)
      wakeOne(queue)
    },
    took(queue, jobs, isFull) {
      const left = Math.max((notified.get(queue) ?? 0) - jobs, 0)
      // What another process has taken is looked for once.
      notified.set(queue, Math.max(left - 1, 0))
      if (left > 0 || isFull) wakeOne(queue)
    },
  }
}
