import type { Context } from 'hono'
import type { Looker } from '../access/index.ts'
import type { World } from '../facts/index.ts'
import { noteReading, type ReadingKind } from '../history/index.ts'
import { bearerIn } from './bearer.ts'

/** What says that an open page is read again by itself. */
export const refreshHeader = 'x-sssbot-refresh'

type Seen = { id: string; visibility: string }

/**
 * Keeps that a person has read what is private among these. On the dashboard a look is at the page; by a token at the API. Who asks for
 * the head alone has read nothing.
 */
export async function noteRead(
  world: World,
  c: Context,
  looker: Looker,
  incidents: readonly Seen[],
  what?: ReadingKind,
): Promise<void> {
  const userId = looker?.userId
  const ids = incidents.flatMap(({ id, visibility }) => (visibility === 'private' ? [id] : []))
  if (userId === undefined || ids.length === 0 || c.req.method === 'HEAD') return
  const { through } = bearerIn(c)
  const reading =
    'token' in through
      ? { userId, what: what ?? ('api' as const), through: through.name }
      : { userId, what: what ?? ('page' as const), through: null }
  await noteReading(world, ids, reading, { isRefresh: c.req.header(refreshHeader) === '1' })
}
