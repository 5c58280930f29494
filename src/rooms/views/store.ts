import type { Reader, Tx } from '../../kit/db/index.ts'
import type { SavedView } from './view.ts'

const columns = ['id', 'user_id', 'name', 'query', 'shared'] as const
type Row = { id: string; user_id: string; name: string; query: string; shared: boolean }
const viewFrom = ({ user_id: userId, shared: isShared, ...rest }: Row): SavedView => ({ ...rest, userId, isShared })

/** A person’s own and what others share, by name. */
export async function viewsFor(reader: Reader, userId: string): Promise<SavedView[]> {
  const rows = await reader
    .selectFrom('saved_views')
    .select(columns)
    .where((where) => where.or([where('user_id', '=', userId), where('shared', '=', true)]))
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(viewFrom)
}

export async function viewById(reader: Reader, id: string): Promise<SavedView | undefined> {
  const row = await reader.selectFrom('saved_views').select(columns).where('id', '=', id).executeTakeFirst()
  return row && viewFrom(row)
}

export async function addView(tx: Tx, view: SavedView, at: Date): Promise<void> {
  const { id, userId, name, query, isShared } = view
  await tx.insertInto('saved_views').values({ id, user_id: userId, name, query, shared: isShared, at }).execute()
}

/** Whether it was there. */
export async function dropView(tx: Tx, id: string): Promise<boolean> {
  return (await tx.deleteFrom('saved_views').where('id', '=', id).returning('id').executeTakeFirst()) !== undefined
}
