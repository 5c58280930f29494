import { later } from '../../kit/clock.ts'
import type { Bounds } from '../access/index.ts'
import { isHere } from '../directory/index.ts'
import type { TokenThrough, World } from '../facts/index.ts'
import { noteUsed, tokenByHash } from './store.ts'
import { hashOf, secretBegins, type Token, usedEveryMs } from './token.ts'

/** Whoever sends a token. `person`: its owner; null for an agent's. */
export type Bearer = {
  through: TokenThrough
  person: string | null
  bounds: Bounds
  mayNamePeople: boolean
  isDisplay: boolean
}

/**
 * Who bears this secret now; undefined for one that was never given out, was revoked, has ended, or is somebody's who is gone. Looked up
 * for every call, so that it ends at once, in every process.
 */
export async function bearerOf(world: World, secret: string): Promise<Bearer | undefined> {
  if (!secret.startsWith(secretBegins)) return undefined
  const token = await tokenByHash(world.db.read, hashOf(secret))
  const now = world.clock.now()
  if (!token || hasEnded(token, now)) return undefined
  if (token.userId && !(await isHere(world.db.read, token.userId))) return undefined
  if (!token.usedAt || token.usedAt <= later(now, -usedEveryMs))
    await world.db.transaction((tx) => noteUsed(tx, token.id, now))
  return {
    through: { token: token.id, name: token.name },
    person: token.userId,
    bounds: { rank: token.rank, within: token.scope.services || token.scope.incidents ? token.scope : null },
    mayNamePeople: token.mayNamePeople,
    isDisplay: token.isDisplay,
  }
}

const hasEnded = ({ expiresAt }: Token, now: Date): boolean => expiresAt !== null && expiresAt <= now
