import { sql } from 'kysely'
import { named, namelessIn } from '../../kit/block-kit/index.ts'
import type { Reader, Tx } from '../../kit/db/index.ts'
import { namesOf } from '../directory/index.ts'
import type { ActionItem, ActionKind, ActionSize, ActionSource, ActionState } from './action.ts'
import { conflictIn } from './issues/store.ts'

const select = (reader: Reader) =>
  reader
    .selectFrom('action_items as item')
    .leftJoin('action_issues as issue', 'issue.action_id', 'item.id')
    .selectAll('item')
    .select([
      'issue.url as issue_url',
      'issue.error as issue_error',
      'issue.detail as issue_detail',
      'issue.stranger',
      'issue.conflict',
    ])
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

/** The checks of the table hold the narrower types. */
const fromRow = (row: Row): ActionItem => ({
  id: row.id,
  incidentId: row.incident_id,
  n: row.n,
  title: row.title,
  titled: row.titled,
  owner: row.owner,
  dueOn: row.due_on,
  kind: row.kind as ActionKind | null,
  size: row.size as ActionSize | null,
  state: row.state as ActionState,
  reason: row.reason,
  source: row.source as ActionSource,
  channelId: row.channel_id,
  ts: row.ts,
  todoId: row.todo_id,
  revision: row.revision,
  changedBy: row.changed_by,
  addedBy: row.added_by,
  addedAt: row.added_at,
  closedAt: row.closed_at,
  closedBy: row.closed_by,
  issueUrl: row.issue_url,
  issueError: row.issue_error,
  issueDetail: row.issue_detail,
  stranger: row.stranger,
  conflict: conflictIn(row.conflict),
})

/** Items, in whose titles people and channels are named who were not known yet when their message was read. */
async function itemsFrom(reader: Reader, rows: readonly Row[]): Promise<ActionItem[]> {
  const ids = rows.flatMap(({ title }) => namelessIn(title ?? ''))
  if (ids.length === 0) return rows.map(fromRow)
  const names = await namesOf(reader, ids)
  return rows.map(fromRow).map((item) => ({ ...item, title: item.title && named(item.title, names) }))
}

const itemFrom = async (reader: Reader, row: Row | undefined): Promise<ActionItem | undefined> =>
  row && (await itemsFrom(reader, [row]))[0]

/** A new item: what its first state does not settle by itself. */
export type NewAction = Pick<
  ActionItem,
  | 'id'
  | 'incidentId'
  | 'title'
  | 'titled'
  | 'owner'
  | 'dueOn'
  | 'kind'
  | 'size'
  | 'source'
  | 'channelId'
  | 'ts'
  | 'todoId'
  | 'addedBy'
  | 'addedAt'
>

/** Adds one and counts it; false when its message or its TODO has one already. The caller holds the incident. */
export async function insertAction(tx: Tx, item: NewAction): Promise<boolean> {
  const row = await tx
    .insertInto('action_items')
    .values((values) => ({
      id: item.id,
      incident_id: item.incidentId,
      n: values
        .selectFrom('action_items')
        .where('incident_id', '=', item.incidentId)
        .select(sql<number>`coalesce(max(n), 0) + 1`.as('n')),
      title: item.title,
      titled: item.titled,
      owner: item.owner,
      due_on: item.dueOn,
      kind: item.kind,
      size: item.size,
      state: 'open',
      source: item.source,
      channel_id: item.channelId,
      ts: item.ts,
      todo_id: item.todoId,
      added_by: item.addedBy,
      added_at: item.addedAt,
    }))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function actionById(reader: Reader, id: string): Promise<ActionItem | undefined> {
  const row = await select(reader).where('item.id', '=', id).executeTakeFirst()
  return itemFrom(reader, row)
}

/** The item that a message said. */
export async function actionOfMessage(reader: Reader, channelId: string, ts: string): Promise<ActionItem | undefined> {
  const row = await select(reader).where('item.channel_id', '=', channelId).where('item.ts', '=', ts).executeTakeFirst()
  return itemFrom(reader, row)
}

/** The item that a TODO became. */
export async function actionOfTodo(reader: Reader, todoId: string): Promise<ActionItem | undefined> {
  const row = await select(reader).where('item.todo_id', '=', todoId).executeTakeFirst()
  return itemFrom(reader, row)
}

/** The action items of an incident in the order in which they were added; those that were taken back are none. */
export async function actionsOf(reader: Reader, incidentId: string): Promise<ActionItem[]> {
  const rows = await select(reader)
    .where('item.incident_id', '=', incidentId)
    .where('item.state', '<>', 'removed')
    .orderBy('item.n')
    .execute()
  return itemsFrom(reader, rows)
}

/** What is still to be done of all incidents, the earliest day first, at most `limit`: a person's, or everybody's. */
export async function openActions(reader: Reader, owner?: string, limit?: number): Promise<ActionItem[]> {
  let rows = select(reader).where('item.state', '=', 'open')
  if (owner !== undefined) rows = rows.where('item.owner', '=', owner)
  if (limit !== undefined) rows = rows.limit(limit)
  return itemsFrom(reader, await rows.orderBy(sql`item.due_on nulls last`).orderBy('item.id').execute())
}

/** What is still to be done and was added last, of all incidents. */
export async function newestOpenActions(reader: Reader, limit: number): Promise<ActionItem[]> {
  const rows = select(reader).where('item.state', '=', 'open').orderBy('item.id', 'desc').limit(limit)
  return itemsFrom(reader, await rows.execute())
}

/** Whether anything is still to be done, of any incident. */
export async function isAnyOpen(reader: Reader): Promise<boolean> {
  const row = await reader
    .selectFrom('action_items')
    .select('id')
    .where('state', '=', 'open')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What a verb may change of an item's row. */
export type ActionChange = Partial<
  Pick<
    ActionItem,
    'title' | 'titled' | 'owner' | 'dueOn' | 'kind' | 'size' | 'state' | 'reason' | 'closedAt' | 'closedBy'
  >
>

const columnOf = {
  title: 'title',
  titled: 'titled',
  owner: 'owner',
  dueOn: 'due_on',
  kind: 'kind',
  size: 'size',
  state: 'state',
  reason: 'reason',
  closedAt: 'closed_at',
  closedBy: 'closed_by',
} as const satisfies Record<keyof ActionChange, string>

/**
 * Writes what changed. `touched` says who did it, where it counts as touched from then on (null: somebody elsewhere); left out
 * for what became of its message or mark.
 */
export async function changeAction(
  tx: Tx,
  id: string,
  change: ActionChange,
  touched?: { by: string | null },
): Promise<void> {
  const set = Object.fromEntries(
    Object.entries(columnOf).flatMap(([field, column]) => {
      // The entries are those of the table of columns, which has a column for each key.
      const value = change[field as keyof ActionChange]
      return value === undefined ? [] : [[column, value]]
    }),
  )
  await tx
    .updateTable('action_items')
    .set(set)
    .$if(touched !== undefined, (update) =>
      update.set((values) => ({ revision: values('revision', '+', 1), changed_by: touched?.by ?? null })),
    )
    .where('id', '=', id)
    .execute()
}
