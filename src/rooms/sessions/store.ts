import { sql } from 'kysely'
import type { Reader, Tx } from '../../kit/db/index.ts'
import type { Session } from './session.ts'

const all = (reader: Reader) =>
  reader.selectFrom('sessions').select(['id', 'user_id', 'how', 'browser', 'opened_at', 'used_at', 'expires_at'])

type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number]

const sessionOf = (row: Row): Session => ({
  id: row.id,
  userId: row.user_id,
  // Those are the words that were written.
  how: row.how === 'slack' ? 'slack' : 'link',
  browser: row.browser,
  openedAt: row.opened_at,
  usedAt: row.used_at,
  expiresAt: row.expires_at,
})

/** The session whose secret has this hash; it may have ended. */
export async function sessionByHash(reader: Reader, hash: string): Promise<Session | undefined> {
  const row = await all(reader).where('hash', '=', hash).executeTakeFirst()
  return row && sessionOf(row)
}

export async function sessionById(reader: Reader, id: string): Promise<Session | undefined> {
  const row = await all(reader).where('id', '=', id).executeTakeFirst()
  return row && sessionOf(row)
}

/** Those of one person, or everybody's, the last opened first; some may have ended. */
export async function sessionsOf(reader: Reader, userId: string | undefined): Promise<Session[]> {
  const theirs = userId === undefined ? all(reader) : all(reader).where('user_id', '=', userId)
  return (await theirs.orderBy('opened_at', 'desc').orderBy('id', 'desc').execute()).map(sessionOf)
}

/** Keeps a new session by the hash of its secret. */
export async function addSession(tx: Tx, session: Session, hash: string): Promise<void> {
  await tx
    .insertInto('sessions')
    .values({
      id: session.id,
      hash,
      user_id: session.userId,
      how: session.how,
      browser: session.browser,
      opened_at: session.openedAt,
      used_at: session.usedAt,
      expires_at: session.expiresAt,
    })
    .execute()
}

/** On it every replica hears that a browser was signed out. */
export const sessionsEnded = 'sssbot_sessions'

/** Whether it was this call that ended the session. */
export async function dropSession(tx: Tx, id: string): Promise<boolean> {
  const dropped = await tx
    .deleteFrom('sessions')
    .where('id', '=', id)
    .returning(sql`pg_notify(${sessionsEnded}, id)`.as('told'))
    .executeTakeFirst()
  return dropped !== undefined
}

/** Forgets what has ended by itself: past its time, or unused since a moment. */
export async function dropEnded(tx: Tx, now: Date, unusedSince: Date): Promise<void> {
  await tx
    .deleteFrom('sessions')
    .where((row) => row.or([row('expires_at', '<=', now), row('used_at', '<=', unusedSince)]))
    .execute()
  await tx.deleteFrom('sign_in_links').where('expires_at', '<=', now).execute()
}

/** Notes that it is used. */
export async function noteUsed(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('sessions').set({ used_at: now }).where('id', '=', id).execute()
}

/** A link that nobody has opened yet. */
export type Link = { id: string; userId: string; expiresAt: Date }

/** Keeps that a browser has asked for a link, by the hash of its secret. */
export async function addLink(tx: Tx, link: Link, browserHash: string): Promise<void> {
  await tx
    .insertInto('sign_in_links')
    .values({ id: link.id, browser_hash: browserHash, user_id: link.userId, expires_at: link.expiresAt })
    .execute()
}

export async function linkById(reader: Reader, id: string): Promise<Link | undefined> {
  const row = await reader.selectFrom('sign_in_links').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { id: row.id, userId: row.user_id, expiresAt: row.expires_at }
}

/** Takes a link for the browser that asked for it; false for another browser, and the second time. */
export async function takeLink(tx: Tx, id: string, browserHash: string): Promise<boolean> {
  const taken = await tx
    .deleteFrom('sign_in_links')
    .where('id', '=', id)
    .where('browser_hash', '=', browserHash)
    .returning('id')
    .executeTakeFirst()
  return taken !== undefined
}
