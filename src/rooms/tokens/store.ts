import { sql } from 'kysely'
import type { Reader, Tx } from '../../kit/db/index.ts'
import { type Rank, ranks } from '../settings/index.ts'
import type { Token } from './token.ts'

const columns = [
  'id',
  'name',
  'prefix',
  'user_id',
  'right',
  'services',
  'incidents',
  'may_name_people',
  'is_display',
  'made_by',
  'made_at',
  'expires_at',
  'used_at',
] as const

/** A right that is newer than we are is the least. */
const rankOf = (word: string): Rank => ranks.find((each) => each === word) ?? 'viewer'

const live = (reader: Reader) => reader.selectFrom('api_tokens').select(columns).where('revoked_at', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof live>['execute']>>[number]

const tokenOf = (row: Row): Token => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  userId: row.user_id,
  rank: rankOf(row.right),
  scope: { services: row.services, incidents: row.incidents },
  mayNamePeople: row.may_name_people,
  isDisplay: row.is_display,
  madeBy: row.made_by,
  madeAt: row.made_at,
  expiresAt: row.expires_at,
  usedAt: row.used_at,
})

/** The token with this hash that nobody has revoked; it may have ended. */
export async function tokenByHash(reader: Reader, hash: string): Promise<Token | undefined> {
  const row = await live(reader).where('hash', '=', hash).executeTakeFirst()
  return row && tokenOf(row)
}

/** One that nobody has revoked. */
export async function tokenById(reader: Reader, id: string): Promise<Token | undefined> {
  const row = await live(reader).where('id', '=', id).executeTakeFirst()
  return row && tokenOf(row)
}

/** Those that nobody has revoked, the newest first. */
export async function liveTokens(reader: Reader): Promise<Token[]> {
  return (await live(reader).orderBy('made_at', 'desc').orderBy('id', 'desc').execute()).map(tokenOf)
}

/** Keeps a new token by the hash of its secret. */
export async function addToken(tx: Tx, token: Token, hash: string): Promise<void> {
  await tx
    .insertInto('api_tokens')
    .values({
      id: token.id,
      name: token.name,
      hash,
      prefix: token.prefix,
      user_id: token.userId,
      right: token.rank,
      services: token.scope.services && [...token.scope.services],
      incidents: token.scope.incidents && [...token.scope.incidents],
      may_name_people: token.mayNamePeople,
      is_display: token.isDisplay,
      made_by: token.madeBy,
      made_at: token.madeAt,
      expires_at: token.expiresAt,
    })
    .execute()
}

/** On it every replica hears that a token was revoked. */
export const tokensEnded = 'sssbot_tokens'

/** Whether it was this call that ended the token. */
export async function endToken(tx: Tx, id: string, by: string, now: Date): Promise<boolean> {
  const ended = await tx
    .updateTable('api_tokens')
    .set({ revoked_at: now, revoked_by: by })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning(sql`pg_notify(${tokensEnded}, id)`.as('told'))
    .executeTakeFirst()
  return ended !== undefined
}

/** Notes that it is used. */
export async function noteUsed(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('api_tokens').set({ used_at: now }).where('id', '=', id).execute()
}

/** Whether the database comes from a release in which the shared token could name anybody. */
export async function namedPeopleBefore(reader: Reader): Promise<boolean> {
  const row = await reader.selectFrom('installation').select('api_named_people').executeTakeFirst()
  return row?.api_named_people ?? false
}
