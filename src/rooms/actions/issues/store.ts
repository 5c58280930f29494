import { z } from 'zod'
import { json, type Reader, type Tx } from '../../../kit/db/index.ts'
import { readLeniently } from '../../../kit/lenient.ts'
import type { Conflict, Sides } from './sides.ts'

/** An item's issue as we know it. */
export type Link = {
  actionId: string
  repository: string
  /** Null until it is known to exist. */
  number: number | null
  url: string | null
  intendedAt: Date | null
  busyUntil: Date | null
  /** What both sides last agreed on, and the title that we wrote; null before. */
  agreed: Agreed | null
  conflict: Conflict | null
  stranger: string | null
  error: string | null
  attempts: number
  /** Before it nobody tries by themselves what lasts; null where nothing does. */
  retryAt: Date | null
}

/**
 * `title` and `body`: what we last wrote there; what people changed by hand is theirs, and a body that we did not write is left out.
 * `isWithdrawn`: nothing more is written there.
 */
export type Agreed = Sides & { title: string; body?: string | undefined; isWithdrawn?: boolean | undefined }

const value = z.string().nullable()
const sides = z.object({
  state: z.enum(['open', 'done', 'waived']),
  login: value,
  due: value,
  title: z.string(),
  body: z.string().optional(),
  isWithdrawn: z.boolean().optional(),
})
const side = z.object({ here: value, there: value })
const conflictShape = z.object({ state: side.optional(), login: side.optional(), due: side.optional() })

/** Reads a stored conflict; null where there is none, or none that can be read: one bad row must not hide the others. */
export function conflictIn(stored: unknown): Conflict | null {
  const read = readLeniently(conflictShape, stored)?.value ?? null
  return read && Object.keys(read).length > 0 ? (read as Conflict) : null
}

const select = (reader: Reader) => reader.selectFrom('action_issues').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const fromRow = (row: Row): Link => ({
  actionId: row.action_id,
  repository: row.repository,
  number: row.number,
  url: row.url,
  intendedAt: row.intended_at,
  busyUntil: row.busy_until,
  agreed: readLeniently(sides, row.agreed)?.value ?? null,
  conflict: conflictIn(row.conflict),
  stranger: row.stranger,
  error: row.error,
  attempts: row.attempts,
  retryAt: row.retry_at,
})

export async function linkOf(reader: Reader, actionId: string): Promise<Link | undefined> {
  const row = await select(reader).where('action_id', '=', actionId).executeTakeFirst()
  return row && fromRow(row)
}

/** The same, held until the transaction ends. */
export async function holdLink(tx: Tx, actionId: string): Promise<Link | undefined> {
  const row = await select(tx).where('action_id', '=', actionId).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

/**
 * The links of an issue; GitHub's names are the same in any case. A repository that was renamed or given away tells by a name that nobody
 * here knows: then they are looked for by the number alone, which costs a look more.
 */
export async function linksByNumber(reader: Reader, repository: string, number: number): Promise<Link[]> {
  const links = (await select(reader).where('number', '=', number).orderBy('action_id').execute()).map(fromRow)
  const named = links.filter((link) => link.repository.toLowerCase() === repository.toLowerCase())
  return named.length > 0 ? named : links
}

/** Every link: a company has few enough action items to read them all. */
export async function allLinks(reader: Reader): Promise<Link[]> {
  return (await select(reader).orderBy('action_id').execute()).map(fromRow)
}

/** Whether any item has an issue, or a place for one. */
export async function isAnyLinked(reader: Reader): Promise<boolean> {
  return (await reader.selectFrom('action_issues').select('action_id').limit(1).executeTakeFirst()) !== undefined
}

/**
 * Makes the place for an issue, or puts it into another repository while it exists nowhere. Whoever gets true makes it; nobody
 * else does before `busyUntil`, after which what was begun has landed or never will.
 */
export async function intend(
  tx: Tx,
  actionId: string,
  repository: string,
  now: Date,
  busyUntil: Date,
): Promise<boolean> {
  const row = await tx
    .insertInto('action_issues')
    .values({ action_id: actionId, repository, intended_at: now, busy_until: busyUntil })
    .onConflict((conflict) =>
      conflict
        .column('action_id')
        .doUpdateSet({ repository, intended_at: now, busy_until: busyUntil })
        .where('action_issues.number', 'is', null)
        .where((is) => is.or([is('action_issues.busy_until', 'is', null), is('action_issues.busy_until', '<=', now)])),
    )
    .returning('action_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Whether it is still for who began it at `begun` to make it; then nobody else does before `busyUntil`. */
export async function goOn(tx: Tx, actionId: string, begun: Date, busyUntil: Date): Promise<boolean> {
  const row = await tx
    .updateTable('action_issues')
    .set({ busy_until: busyUntil })
    .where('action_id', '=', actionId)
    .where('intended_at', '=', begun)
    .where('number', 'is', null)
    .returning('action_id')
    .executeTakeFirst()
  return row !== undefined
}

/** What has been put right for one issue is right for the others of its repository: they are tried when GitHub is asked next. */
export async function retryAll(tx: Tx, repository: string): Promise<void> {
  await tx.updateTable('action_issues').set({ retry_at: null }).where('repository', '=', repository).execute()
}

/** What may be written of a link. */
export type LinkChange = Partial<{
  repository: string
  number: number
  url: string
  agreed: Agreed
  conflict: Conflict | null
  stranger: string | null
  error: string | null
  detail: string | null
  retryAt: Date | null
  attempts: number
  busyUntil: Date | null
  seenAt: Date
}>

export async function changeLink(tx: Tx, actionId: string, change: LinkChange): Promise<void> {
  await tx
    .updateTable('action_issues')
    .set({
      ...(change.repository === undefined ? {} : { repository: change.repository }),
      ...(change.number === undefined ? {} : { number: change.number }),
      ...(change.url === undefined ? {} : { url: change.url }),
      ...(change.agreed === undefined ? {} : { agreed: json(change.agreed) }),
      ...(change.conflict === undefined ? {} : { conflict: json(change.conflict) }),
      ...(change.stranger === undefined ? {} : { stranger: change.stranger }),
      ...(change.error === undefined ? {} : { error: change.error }),
      ...(change.detail === undefined ? {} : { detail: change.detail }),
      ...(change.retryAt === undefined ? {} : { retry_at: change.retryAt }),
      ...(change.attempts === undefined ? {} : { attempts: change.attempts }),
      ...(change.busyUntil === undefined ? {} : { busy_until: change.busyUntil }),
      ...(change.seenAt === undefined ? {} : { seen_at: change.seenAt }),
    })
    .where('action_id', '=', actionId)
    .execute()
}
