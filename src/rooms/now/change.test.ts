import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedBoard } from '../../../web/src/kit/live/changed-board.ts'
import type { BoardRow, Looks } from '../api/contract.ts'
import { changeOf } from './change.ts'

const row = (id: string, summary: string): BoardRow => ({
  id,
  status: 'responding',
  kind: 'real',
  visibility: 'public',
  type: [],
  service: { ja: '決済', en: 'Payments' },
  summary,
  impact: null,
  level: null,
  channel: { id: null, name: 'inc' },
  declared_at: '2026-11-30T00:00:00.000Z',
  recovered_at: null,
  handler: null,
  update: null,
  next_update_at: null,
  todos: { open: 0, all: 0 },
  missing: [],
})

const rows = fc.uniqueArray(fc.tuple(fc.constantFrom(...'abcdefgh'), fc.constantFrom('x', 'y')), {
  selector: ([id]) => id,
})
const board = fc.tuple(rows, fc.nat(3)).map(([incidents, more]): Looks['/board'] => ({
  tag: JSON.stringify([incidents, more]),
  incidents: incidents.map(([id, summary]) => row(id, summary)),
  more,
}))

test('whatever stood on a board and stands there now, the change between them makes one the other', () => {
  fc.assert(
    fc.property(board, board, (before, now) => {
      expect(changedBoard(before, changeOf(before, now))).toEqual(now)
    }),
  )
})

test('what has not changed is not sent again', () => {
  const before = { tag: '1', incidents: [row('a', 'x'), row('b', 'x')], more: 0 }
  const now = { tag: '2', incidents: [row('b', 'x'), row('a', 'y')], more: 0 }
  expect(changeOf(before, now)).toMatchObject({ ids: ['b', 'a'], rows: [{ id: 'a', summary: 'y' }] })
})

test('a change of another board, or of rows that a page does not have, makes nothing of it', () => {
  const mine = { tag: '1', incidents: [row('a', 'x')], more: 0 }
  const change = { from: '1', to: '2', ids: ['a', 'b'], rows: [], more: 0 }
  expect(changedBoard({ ...mine, tag: '0' }, change)).toBeUndefined()
  expect(changedBoard(mine, change)).toBeUndefined()
})
