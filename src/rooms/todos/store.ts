import { sql } from 'kysely'
import type { Reader, Tx } from '../../kit/db/index.ts'
import type { Todo, TodoState } from './todo.ts'

const columns = [
  'id',
  'incident_id',
  'n',
  'words',
  'owner',
  'state',
  'source',
  'channel_id',
  'ts',
  'line',
  'added_by',
  'added_at',
  'due_at',
  'closed_at',
  'closed_by',
] as const

const select = (reader: Reader) => reader.selectFrom('todos').select(columns)
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

/** The checks of the table hold the narrower types. */
const fromRow = (row: Row): Todo => ({
  id: row.id,
  incidentId: row.incident_id,
  n: row.n,
  words: row.words,
  owner: row.owner,
  state: row.state as TodoState,
  source: row.source as Todo['source'],
  channelId: row.channel_id,
  ts: row.ts,
  line: row.line,
  addedBy: row.added_by,
  addedAt: row.added_at,
  dueAt: row.due_at,
  closedAt: row.closed_at,
  closedBy: row.closed_by,
})

/** Adds one and counts it; undefined when its line of its message has one already. The caller holds the incident. */
export async function insertTodo(
  tx: Tx,
  todo: Omit<Todo, 'n' | 'state' | 'closedAt' | 'closedBy'>,
): Promise<Todo | undefined> {
  const row = await tx
    .insertInto('todos')
    .values((values) => ({
      id: todo.id,
      incident_id: todo.incidentId,
      n: values
        .selectFrom('todos')
        .where('incident_id', '=', todo.incidentId)
        .select(sql<number>`coalesce(max(n), 0) + 1`.as('n')),
      words: todo.words,
      owner: todo.owner,
      state: 'open',
      source: todo.source,
      channel_id: todo.channelId,
      ts: todo.ts,
      line: todo.line,
      added_by: todo.addedBy,
      added_at: todo.addedAt,
      due_at: todo.dueAt,
    }))
    .onConflict((conflict) => conflict.columns(['channel_id', 'ts', 'line']).doNothing())
    .returning(columns)
    .executeTakeFirst()
  return row && fromRow(row)
}

export async function todoById(reader: Reader, id: string): Promise<Todo | undefined> {
  const row = await select(reader).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** The TODOs that a message said, in the order of its lines. */
export async function todosOfMessage(reader: Reader, channelId: string, ts: string): Promise<Todo[]> {
  const rows = await select(reader).where('channel_id', '=', channelId).where('ts', '=', ts).orderBy('line').execute()
  return rows.map(fromRow)
}

/** A message is gone: what it said is to be done says nothing any more. */
export async function forgetWords(tx: Tx, channelId: string, ts: string): Promise<void> {
  await tx.updateTable('todos').set({ words: null }).where('channel_id', '=', channelId).where('ts', '=', ts).execute()
}

/** All TODOs of an incident in the order in which they were added. */
export async function todosOfIncident(reader: Reader, incidentId: string): Promise<Todo[]> {
  const rows = await select(reader).where('incident_id', '=', incidentId).orderBy('n').execute()
  return rows.map(fromRow)
}

/** What one person has still to do in these incidents. */
export async function openTodosOf(reader: Reader, owner: string, incidentIds: readonly string[]): Promise<Todo[]> {
  if (incidentIds.length === 0) return []
  const rows = await select(reader)
    .where('owner', '=', owner)
    .where('state', '=', 'open')
    .where('incident_id', 'in', incidentIds)
    .execute()
  return rows.map(fromRow)
}

/** What a verb may change of a TODO's row. */
export type TodoChange = Partial<Pick<Todo, 'words' | 'owner' | 'state' | 'dueAt' | 'closedAt' | 'closedBy'>>

export async function changeTodo(tx: Tx, id: string, change: TodoChange): Promise<void> {
  await tx
    .updateTable('todos')
    .set({
      ...(change.words === undefined ? {} : { words: change.words }),
      ...(change.owner === undefined ? {} : { owner: change.owner }),
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.dueAt === undefined ? {} : { due_at: change.dueAt }),
      ...(change.closedAt === undefined ? {} : { closed_at: change.closedAt }),
      ...(change.closedBy === undefined ? {} : { closed_by: change.closedBy }),
    })
    .where('id', '=', id)
    .execute()
}
