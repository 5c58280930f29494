import { followArrival, knows, mayKnow } from '../assembly/index.ts'
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
  if (knows(situation, user)) return
  const { channelId, isPrivate } = situation.channel
  if (!channel || channel !== channelId || !isPrivate) throw new Refusal('incident-unknown')
  await followArrival(world, channel, user)
}

/** The same for a form, which comes from nowhere. */
export async function admitForm(world: World, incidentId: string, user: string): Promise<void> {
  if (!(await mayKnow(world.db.read, incidentId, user))) throw new Refusal('incident-unknown')
}
