import { sql } from 'kysely'
import { later } from '../../../kit/clock.ts'
import type { Reader, Tx } from '../../../kit/db/index.ts'
import { type Known, type ListName, lists } from '../directory.ts'

/** How far the reading of one list has come. */
export type Reading = {
  list: ListName
  isReading: boolean
  cursor: string | null
  hasBegunAnew: boolean
  turn: number
  notBefore: Date | null
  readAt: Date | null
  error: string | null
  failures: number
}

/** As a row says it. */
const columns = [
  'list',
  'is_reading as isReading',
  'cursor',
  'begun_anew as hasBegunAnew',
  'turn',
  'not_before as notBefore',
  'read_at as readAt',
  'error',
  'failures',
] as const

export async function readingOf(reader: Reader, list: ListName): Promise<Reading> {
  const row = await reader.selectFrom('directory_lists').select(columns).where('list', '=', list).executeTakeFirst()
  return { ...(row ?? unbegun), list }
}

/** A list that nobody has asked for yet. */
const unbegun = {
  isReading: false,
  cursor: null,
  hasBegunAnew: false,
  turn: 0,
  notBefore: null,
  readAt: null,
  error: null,
  failures: 0,
} satisfies Omit<Reading, 'list'>

/**
 * Asks for a list to be read: again, or on from where a reading stopped. Whoever reads it now ends. Answers the turn of the reader
 * to come; undefined where one is coming already, no sooner than `gatherMs` from the first who asked.
 */
export async function askFor(tx: Tx, list: ListName, now: Date, gatherMs = 0): Promise<number | undefined> {
  const { turn, isReading, notBefore } = await held(tx, list)
  if (gatherMs > 0 && notBefore && notBefore > now) return undefined
  await tx
    .updateTable('directory_lists')
    .set({
      turn: turn + 1,
      not_before: gatherMs > 0 ? later(now, gatherMs) : null,
      ...(isReading && gatherMs === 0 ? {} : beginning),
    })
    .where('list', '=', list)
    .execute()
  return turn + 1
}

const beginning = { is_reading: true, cursor: null, begun_anew: false, reading: sql<number>`reading + 1` }

/** The reading, held until the transaction ends. */
export async function held(tx: Tx, list: ListName): Promise<Reading> {
  // An empty database has no row: only into such a one an export is read.
  await tx
    .insertInto('directory_lists')
    .values({ list })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx.selectFrom('directory_lists').select('list').where('list', '=', list).forUpdate().execute()
  return readingOf(tx, list)
}

/** A page was kept: the next is at `cursor`, or there is none. */
export async function goOn(tx: Tx, list: ListName, cursor: string | null, now: Date): Promise<void> {
  const end = cursor === null ? { is_reading: false, read_at: now } : {}
  await tx
    .updateTable('directory_lists')
    .set({ cursor, error: null, failures: 0, ...end })
    .where('list', '=', list)
    .execute()
}

/** Slack no longer knows the place: from the beginning, once. */
export async function beginAnew(tx: Tx, list: ListName): Promise<void> {
  await tx.updateTable('directory_lists').set({ cursor: null, begun_anew: true }).where('list', '=', list).execute()
}

/** The list cannot be read now; `error` is shown to people, null where it will pass by itself. */
export async function noteFailure(tx: Tx, list: ListName, error: string | null): Promise<void> {
  await tx
    .updateTable('directory_lists')
    .set({ failures: sql`failures + 1`, ...(error === null ? {} : { error }) })
    .where('list', '=', list)
    .execute()
}

/** How far each list is known. What was read to its end once is known, whatever became of later readings. */
export async function knownLists(reader: Reader): Promise<Known> {
  const rows = await reader.selectFrom('directory_lists').select(columns).execute()
  const of = (list: ListName): Known[ListName] => {
    const row = rows.find((each) => each.list === list)
    if (row?.error) return { is: 'refused', error: row.error }
    return row?.readAt ? { is: 'read' } : { is: 'reading' }
  }
  return { people: of('people'), groups: of('groups'), channels: of('channels') }
}

/** The lists that cannot be read now, with Slack's reason. */
export function unreadLists(known: Known): { list: ListName; error: string }[] {
  return lists.flatMap((list) => {
    const each = known[list]
    return each.is === 'refused' ? [{ list, error: each.error }] : []
  })
}
