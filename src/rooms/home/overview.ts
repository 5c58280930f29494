import { readTogether } from '../../kit/db/index.ts'
import { type Scope, type Viewer, viewerOf } from '../access/index.ts'
import { openFor, toldLately } from '../commands/index.ts'
import type { World } from '../facts/index.ts'
import { type Core, coresOf, withPartOf } from '../reading/index.ts'
import { type Waiting, waitingIn } from './waiting.ts'

/** What one person sees of all that is open, and what of it waits for them. */
export type Overview = {
  waiting: readonly Waiting[]
  open: readonly Core[]
  more: number
  /** What they were told alone, where Slack keeps it only until they reload; the newest first. */
  told: readonly { at: Date; words: string; incidentId: string | null }[]
}

/** All open incidents that the person may know of, and what waits for them. */
export async function overviewFor(world: Asked, userId: string, now: Date, mostRows: number): Promise<Overview> {
  const { db, settings } = world
  const viewer = await viewerOf(db.read, settings(), userId)
  const { shown: open, more } = await openFor(world, viewer, mostRows)
  const waiting = await waitingOf(world, viewer, now)
  const told = await toldLately(db.read, viewer, now)
  return { waiting, open, more, told }
}

type Asked = Pick<World, 'db' | 'log' | 'settings'>

/** What waits for one person; `within`: they look through a token that is for these alone. */
export async function waitingFor(
  world: Asked,
  userId: string,
  now: Date,
  within: Scope | null = null,
): Promise<readonly Waiting[]> {
  const viewer = await viewerOf(world.db.read, world.settings(), userId)
  return waitingOf(world, { ...viewer, within }, now)
}

/** In as many incidents is looked for what waits for one person; nobody has a part in more. */
const mostRead = 60

/** Three statements, however much waits. */
async function waitingOf({ db, settings }: Asked, viewer: Viewer, now: Date): Promise<Waiting[]> {
  const reader = readTogether(db.read)
  const ids = withPartOf(reader, viewer, mostRead)
  const asking = { reader, viewer, ids, cores: ids.then((known) => coresOf(reader, known)) }
  return waitingIn(asking, { userId: viewer.userId, now, settings: settings() })
}
