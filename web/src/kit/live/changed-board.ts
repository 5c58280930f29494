import type { BoardChange, Looks } from '../../../../src/rooms/api/contract.ts'

type Board = Looks['/board']

/** The board after a change; undefined where it is a change of another one. */
export function changedBoard(board: Board, { from, to, ids, rows, more }: BoardChange): Board | undefined {
  if (board.tag !== from) return undefined
  const known = new Map([...board.incidents, ...rows].map((row) => [row.id, row]))
  const incidents = ids.flatMap((id) => known.get(id) ?? [])
  return incidents.length === ids.length ? { tag: to, incidents, more } : undefined
}
