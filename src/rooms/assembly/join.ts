import { z } from 'zod'
import { channelOf, incidentSubject } from '../channel/index.ts'
import { peopleByAnyName } from '../directory/index.ts'
import { Refusal, unchanged } from '../facts/index.ts'
import { personOf, verb } from '../incident/index.ts'
import { addPeople, joinsOf } from './store.ts'

/** Pressed again within this time, in milliseconds, it is one wish. */
const sameWishMs = 10_000

/**
 * Somebody wants to be in the incident's channel. Who has left it may join again: each time is an invitation of its own.
 * Answers where to go.
 */
export const join = verb({
  name: 'join',
  input: z.strictObject({}),
  right: 'take-part',
  async change({ tx, now, caller, incident }) {
    const user = personOf(caller)
    const channel = await channelOf(tx, incident.id)
    if (!channel) throw new Refusal('incident-unknown')
    if (channel.archivedAt) throw new Refusal('channel-archived')
    const [known] = await peopleByAnyName(tx, [user])
    if (known?.isGuest) throw new Refusal('guest-not-invited')
    const joins = await joinsOf(tx, incident.id, user)
    const last = joins.at(-1)
    // While the channel is being made, the first wish waits for it.
    if (last && (!channel.channelId || now.getTime() - last.getTime() < sameWishMs)) return unchanged(channel)
    const n = joins.length + 1
    await addPeople(tx, incident.id, [{ userId: user, reason: `joined:${n}`, skipped: null }], now)
    return {
      facts: [{ subject: incidentSubject(incident.id), type: 'assembly.joined', data: { user, n } }],
      result: channel,
    }
  },
})
