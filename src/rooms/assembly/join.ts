import { channelOf, type IncidentChannel, incidentSubject } from '../channel/index.ts'
import { peopleByAnyName } from '../directory/index.ts'
import { commit, person, Refusal, unchanged, type World } from '../facts/index.ts'
import { hold } from '../incident/index.ts'
import { mayKnow } from './may-know.ts'
import { addPeople, joinsOf } from './store.ts'

/** Pressed again within this time, in milliseconds, it is one wish. */
const sameWishMs = 10_000

/**
 * Somebody wants to be in the incident's channel. Who has left it may join again: each time is an invitation of its own.
 * A private incident does not exist for those without the right to know of it. Answers where to go.
 */
export async function join(world: World, userId: string, incidentId: string): Promise<IncidentChannel> {
  return commit(world, person(userId), async (tx, now) => {
    const incident = await hold(tx, incidentId)
    const channel = await channelOf(tx, incidentId)
    if (!channel || !(await mayKnow(tx, incident.id, userId))) throw new Refusal('incident-unknown')
    if (channel.archivedAt) throw new Refusal('channel-archived')
    const [known] = await peopleByAnyName(tx, [userId])
    if (known?.isGuest) throw new Refusal('guest-not-invited')
    const joins = await joinsOf(tx, incidentId, userId)
    const last = joins.at(-1)
    // While the channel is being made, the first wish waits for it.
    if (last && (!channel.channelId || now.getTime() - last.getTime() < sameWishMs)) return unchanged(channel)
    const n = joins.length + 1
    await addPeople(tx, incidentId, [{ userId, reason: `joined:${n}`, skipped: null }], now)
    return {
      facts: [{ subject: incidentSubject(incidentId), type: 'assembly.joined', data: { user: userId, n } }],
      result: channel,
    }
  })
}
