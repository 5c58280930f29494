import { AsyncLocalStorage } from 'node:async_hooks'

const patience = new AsyncLocalStorage<boolean>()

/**
 * Runs `work`, and all that it calls, behind whatever people wait for: its statements get a connection when nobody else asks
 * for one, and now and then in between. For what the clock has brought, and for tidying up.
 */
export function unhurried<T>(work: () => T): T {
  return patience.run(true, work)
}

/** After this many urgent statements in a row one of the others gets its turn: none waits forever. */
const MOST_AHEAD = 8

/** Lets at most this many in at once. Each caller leaves once. */
export interface Gate {
  enter(): Promise<void>
  leave(): void
}

/**
 * A gate for `width` at once: those in a hurry first, in the order in which they came. A place is free again after a turn of
 * the event loop: on the embedded database, whose statements are calls within this process, work that follows on work would
 * otherwise let no request in.
 */
export function createGate(width: number): Gate {
  const first: (() => void)[] = []
  const after: (() => void)[] = []
  let inside = 0
  let ahead = 0

  const next = () => {
    const isTurnOfLast = ahead >= MOST_AHEAD || first.length === 0
    ahead = isTurnOfLast ? 0 : ahead + 1
    const go = isTurnOfLast ? (after.shift() ?? first.shift()) : first.shift()
    if (go) go()
    else inside -= 1
  }

  return {
    async enter() {
      if (inside < width) {
        inside += 1
        return
      }
      await new Promise<void>((go) => (patience.getStore() ? after : first).push(go))
    },
    leave: () => void setImmediate(next),
  }
}
