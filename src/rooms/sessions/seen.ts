import type { World } from '../facts/index.ts'
import { type Asking, administers } from '../tokens/index.ts'
import { holds, type Session } from './session.ts'
import { sessionsOf } from './store.ts'

/** The browsers that are signed in, as far as whoever asks sees them: a person their own, who administers the bot everybody's. */
export async function sessionsSeenBy(world: World, asking: Asking): Promise<Session[]> {
  const { actor } = asking
  const seesAll = await administers(world, world.db.read, asking)
  if (!seesAll && (actor.kind !== 'person' || asking.bounds)) return []
  const userId = !seesAll && actor.kind === 'person' ? actor.id : undefined
  const now = world.clock.now()
  return (await sessionsOf(world.db.read, userId)).filter((session) => holds(session, now))
}
