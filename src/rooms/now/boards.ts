import { createHash } from 'node:crypto'
import type { Clock } from '../../kit/clock.ts'
import type { Looker } from '../access/index.ts'
import { namesOf } from '../directory/index.ts'
import type { World } from '../facts/index.ts'
import { firstIds, openStatuses } from '../reading/index.ts'
import type { Settings } from '../settings/index.ts'
import { situationInList } from '../situation/index.ts'
import { namedIn, rowOf } from './row.ts'
import type { BoardAnswer, BoardRow } from './shapes.ts'

/** A board, and as it is sent. All who see the same share it. */
export type Board = { answer: BoardAnswer; text: string }

export interface Boards {
  /** What is open, as far as the looker may know of it. */
  seenBy(looker: Looker): Promise<Board>
  /** Something about an incident is otherwise, or about no one in particular. `wasPublic`: it is known to have been for everybody so far. */
  forget(incidentId?: string, wasPublic?: boolean): void
  /** Whether it has lately stood on the board that everybody sees. */
  wasShownToAll(incidentId: string): boolean
}

/** Nobody reads more on one page. */
const mostRows = 100
/** As many of those that everybody has seen are remembered. */
const mostRemembered = 1_000
/** Should the word of a change be lost, a board is right again after so long, in milliseconds. */
const longestKeptMs = 30_000

type Kept<T> = { value: Promise<T>; at: number; settings: Settings }
type List = { ids: readonly string[]; more: number }

/**
 * One board for all who see the same: rows are drawn and the public list is read once for everybody, and a board is put together once for
 * each class of viewers, all of them until the next change.
 */
export function createBoards(world: World, machine: Clock): Boards {
  let shownToAll: ReadonlySet<string> = new Set()
  const rows = new Map<string, Kept<BoardRow | undefined>>()
  const lists = new Map<string, Kept<List>>()
  /** What each person alone may know of: another public incident changes nothing in it. */
  const privateLists = new Map<string, Kept<List>>()
  const boards = new Map<string, Kept<Board>>()

  /** Keeps what is being looked up, so that all who ask at once share it; what a change overtakes has been forgotten by then. */
  const kept = <T>(map: Map<string, Kept<T>>, key: string, look: () => Promise<T>): Promise<T> => {
    const now = machine.now().getTime()
    const settings = world.settings()
    const there = map.get(key)
    if (there && there.settings === settings && now - there.at < longestKeptMs) return there.value
    const value = look()
    const mine = { value, at: now, settings }
    map.set(key, mine)
    value.catch(() => map.get(key) === mine && map.delete(key))
    return value
  }

  const row = (id: string) =>
    kept(rows, id, async () => {
      const { read } = world.db
      const situation = await situationInList(read, world.log, id)
      return situation && rowOf(situation, world.settings(), await namesOf(read, namedIn(situation)))
    })

  const open = async (looker: Looker, visibilities?: ['public'] | ['private']): Promise<List> => {
    const { ids, count } = await firstIds(world.db.read, looker, { statuses: openStatuses, visibilities }, mostRows)
    return { ids, more: count - ids.length }
  }

  /** What everybody may know of, and sees. */
  const everybodys = () =>
    kept(lists, 'everybody', async () => {
      const found = await open(undefined, ['public'])
      shownToAll = new Set([...found.ids, ...shownToAll].slice(0, mostRemembered))
      return found
    })

  const listFor = async (looker: Looker): Promise<List> => {
    // A token for some incidents is asked for each time: its bounds are no class of viewers.
    if (looker?.within) return open(looker)
    if (looker?.userId === undefined) return everybodys()
    if (looker.isConfined) return kept(lists, looker.userId, () => open(looker))
    const [all, own] = await Promise.all([
      everybodys(),
      kept(privateLists, looker.userId, () => open(looker, ['private'])),
    ])
    return own.ids.length === 0 ? all : { ids: [...all.ids, ...own.ids], more: all.more + own.more }
  }

  const draw = async ({ ids, more }: List): Promise<Board> => {
    const incidents = (await Promise.all(ids.map(row))).flatMap((each) => each ?? []).toSorted(worstFirst)
    const tag = createHash('sha256').update(JSON.stringify({ incidents, more })).digest('base64url').slice(0, 22)
    const answer: BoardAnswer = { tag, incidents, more }
    return { answer, text: JSON.stringify(answer) }
  }

  return {
    async seenBy(looker) {
      const list = await listFor(looker)
      return kept(boards, JSON.stringify(list), () => draw(list))
    },
    forget(incidentId, wasPublic = false) {
      lists.clear()
      boards.clear()
      if (!wasPublic) privateLists.clear()
      if (incidentId === undefined) rows.clear()
      else rows.delete(incidentId)
    },
    wasShownToAll: (incidentId) => shownToAll.has(incidentId),
  }
}

/** What is no drill before what is one, what goes on before what has recovered, the worst first, and what has gone on longest. */
function worstFirst(a: BoardRow, b: BoardRow): number {
  const rank = ({ kind, status, level }: BoardRow) => [
    kind === 'real' ? 0 : 1,
    status === 'responding' ? 0 : 1,
    -(level?.severity ?? 0),
  ]
  const [ranksA, ranksB] = [rank(a), rank(b)]
  const differs = ranksA.findIndex((each, n) => each !== ranksB[n])
  return differs < 0
    ? a.declared_at.localeCompare(b.declared_at) || a.id.localeCompare(b.id)
    : (ranksA[differs] ?? 0) - (ranksB[differs] ?? 0)
}
