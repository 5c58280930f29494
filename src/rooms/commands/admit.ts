import { mayRead, viewerOf } from '../access/index.ts'
import { followPress, sees } from '../assembly/index.ts'
import { Refusal, type World } from '../facts/index.ts'
import type { Situation } from '../situation/index.ts'

/**
 * Lets nobody act on an incident that they may not know of, whatever button or form they still hold: it is refused as one that
 * does not exist. A click in the incident's own private channel comes from somebody who is in it, told or not. `channel` is
 * where they clicked.
 */
export async function admit(
  world: World,
  situation: Situation,
  user: string,
  channel: string | undefined,
): Promise<void> {
  const viewer = await viewerOf(world.db.read, world.settings(), user)
  if (sees(situation, viewer)) return
  const { channelId, isPrivate } = situation.channel
  // A guest sees only the channels that they are in, public ones as well.
  const isThere = channel && channel === channelId && (isPrivate || viewer.isConfined)
  if (!isThere) throw new Refusal(viewer.isConfined ? 'guest-not-invited' : 'incident-unknown')
  await followPress(world, channel, user)
}

/** The same for a form, which comes from nowhere. */
export async function admitForm(world: World, incidentId: string, user: string): Promise<void> {
  const { read } = world.db
  if (!(await mayRead(read, incidentId, await viewerOf(read, world.settings(), user))))
    throw new Refusal('incident-unknown')
}
