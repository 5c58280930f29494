import type { BoardAnswer, BoardChange, BoardRow } from './shapes.ts'

/** What makes one board the other: rows that did not stand there, or stood there otherwise. */
export function changeOf(before: BoardAnswer, now: BoardAnswer): BoardChange {
  const had = new Map(before.incidents.map((row) => [row.id, row]))
  return {
    from: before.tag,
    to: now.tag,
    ids: now.incidents.map(({ id }) => id),
    rows: now.incidents.filter((row) => !isSame(had.get(row.id), row)),
    more: now.more,
  }
}

/** Rows are kept until something about them changes: most are the very same. */
const isSame = (a: BoardRow | undefined, b: BoardRow): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

/** The same, worked out once for all who have been told of the same board and see the same now. */
export function changesOnce(): typeof changeOf {
  const made = new Map<string, BoardChange>()
  return (before, now) => {
    const key = `${before.tag} ${now.tag}`
    const change = made.get(key) ?? changeOf(before, now)
    made.set(key, change)
    return change
  }
}
