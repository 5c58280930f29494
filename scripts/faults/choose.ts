import type { Fault } from './fault.ts'

export type Choice = {
  /** Faults by their ids, or by how these begin (`paging-`). */
  ids: readonly string[]
  from?: string | undefined
  to?: string | undefined
  /** None but these. */
  among?: readonly string[] | undefined
}

/** The faults that somebody asked for, in the order of the list. Throws an Error for a name that is no fault's. */
export function chosen(faults: readonly Fault[], { ids, from, to, among }: Choice): Fault[] {
  const place = (id: string) => {
    const at = faults.findIndex((fault) => fault.id === id)
    if (at < 0) throw new Error(`There is no fault ${id}`)
    return at
  }
  for (const id of ids) if (!faults.some((fault) => fault.id.startsWith(id))) throw new Error(`There is no fault ${id}`)
  const first = from === undefined ? 0 : place(from)
  const last = to === undefined ? faults.length - 1 : place(to)
  return faults
    .slice(first, last + 1)
    .filter(({ id }) => ids.length === 0 || ids.some((each) => id.startsWith(each)))
    .filter(({ id }) => among === undefined || among.includes(id))
}

/** Faults that the same test file catches, together: that file is run once without any of them. */
export const faultsIn = (faults: readonly Fault[]): Fault[][] => [
  ...Map.groupBy(faults, ({ caughtBy }) => caughtBy.file).values(),
]
