export type GroupedOptions = {
  /** The most items that go into one write. */
  most: number
  /** Whether one bad item may be to blame for the failure of a group; then each is written alone. */
  blamesOne?: (error: unknown) => boolean
}

/**
 * Makes one write out of all items that come in while the last write is under way. Each caller's promise settles with the
 * write that held its item. `write` answers one result per item, in their order.
 */
export function grouped<T, R>(write: (items: T[]) => Promise<R[]>, { most, blamesOne }: GroupedOptions) {
  type Waiting = { item: T; resolve: (result: R) => void; reject: (error: unknown) => void }
  let waiting: Waiting[] = []
  let writing = false

  const settle = async (group: Waiting[]): Promise<void> => {
    try {
      const results = await write(group.map(({ item }) => item))
      group.forEach(({ resolve, reject }, index) => {
        const result = results[index]
        if (result === undefined) reject(new Error('A grouped write answered too few results'))
        else resolve(result)
      })
    } catch (error) {
      if (group.length > 1 && blamesOne?.(error)) for (const one of group) await settle([one])
      else for (const { reject } of group) reject(error)
    }
  }

  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = waiting.slice(0, most)
      waiting = waiting.slice(most)
      await settle(group)
    }
    writing = false
  }

  return (item: T): Promise<R> =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (writing) return
      writing = true
      // After the input of this turn, so that all that arrived together goes together.
      setImmediate(() => void work())
    })
}
