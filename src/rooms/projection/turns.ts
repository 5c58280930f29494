/** Runs what it is given at once, or as soon as fewer than `width` run; in the order in which they were given. */
export function takingTurns(width: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let under = 0
  return async (work) => {
    if (under >= width) await new Promise<void>((go) => waiting.push(go))
    else under += 1
    try {
      return await work()
    } finally {
      // Who waits takes this place over; nobody can come between.
      const next = waiting.shift()
      if (next) next()
      else under -= 1
    }
  }
}
