import type { Reader } from '../../kit/db/index.ts'
import { holds } from './session.ts'
import { sessionsOf } from './store.ts'

/** Nobody has so many browsers: an account that is shared, a secret that went about, or a script that signs in each time. */
const mostOfOne = 20

/** How many browsers are signed in, and whose are more than one person has. */
export async function crowded(
  reader: Reader,
  now: Date,
): Promise<{ count: number; odd: { userId: string; count: number }[] }> {
  const open = (await sessionsOf(reader, undefined)).filter((session) => holds(session, now))
  const odd = [...Map.groupBy(open, ({ userId }) => userId)]
    .filter(([, theirs]) => theirs.length > mostOfOne)
    .map(([userId, theirs]) => ({ userId, count: theirs.length }))
  return { count: open.length, odd }
}
