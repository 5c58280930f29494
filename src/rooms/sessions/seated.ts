import { later } from '../../kit/clock.ts'
import { isHere } from '../directory/index.ts'
import type { World } from '../facts/index.ts'
import { hashOf, holds, notedEveryMs, type Session } from './session.ts'
import { noteUsed, sessionByHash } from './store.ts'

/**
 * Who sits at a browser with this secret now; undefined for one that was never given out, has ended, or is somebody's who is gone.
 * Looked up for every request, so that it ends at once, in every process.
 */
export async function seatedBy(world: World, secret: string): Promise<Session | undefined> {
  const session = await sessionByHash(world.db.read, hashOf(secret))
  const now = world.clock.now()
  if (!session || !holds(session, now) || !(await isHere(world.db.read, session.userId))) return undefined
  if (session.usedAt <= later(now, -notedEveryMs)) await world.db.transaction((tx) => noteUsed(tx, session.id, now))
  return session
}
