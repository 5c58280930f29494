import { isDeepStrictEqual } from 'node:util'
import { readTogether } from '../../../kit/db/index.ts'
import { incidentChannelById, incidentSubject } from '../../channel/index.ts'
import { bot, recordFacts, type World } from '../../facts/index.ts'
import type { Inbox } from '../../inbox/index.ts'
import { slotOfMessage } from '../../projection/index.ts'
import type { Place, Reading } from '../record.ts'
import { erase } from './erase.ts'
import { conversationsOf } from './keep.ts'
import { buryMessage, keepMessages, recordsOf, standingAt } from './store.ts'

/** The record says what the message says. One that was missed when it was said is kept now. */
export async function followEdit(world: World, place: Place, reading: Reading): Promise<void> {
  const { channelId, ts } = place
  const reader = readTogether(world.db.read)
  const [talkedIn, ours, standing] = await Promise.all([
    conversationsOf(reader, channelId, reading.threadTs),
    slotOfMessage(reader, channelId, ts),
    standingAt(reader, place),
  ])
  if (talkedIn.length > 0 && ours) return
  const incidents = new Set([...talkedIn, ...standing.keys()])
  // Slack tells of every preview of a link as well, which changes nothing that anybody said.
  if ([...incidents].every((id) => saysTheSame(standing.get(id), reading))) return
  await world.db.transaction(async (tx) => {
    const now = world.clock.now()
    for (const incidentId of new Set([...talkedIn, ...(await recordsOf(tx, place))])) {
      const kind = { channelId, conversation: talkedIn.includes(incidentId) }
      const { edited } = await keepMessages(tx, incidentId, kind, [{ ts, reading }], now)
      if (edited.length === 0) continue
      const data = { channel: channelId, ts }
      await recordFacts(world, tx, bot, now, [{ subject: incidentSubject(incidentId), type: 'record.edited', data }])
    }
  })
}

const saysTheSame = (known: Omit<Reading, 'permalink'> | undefined, { permalink: _, ...now }: Reading): boolean =>
  known !== undefined && isDeepStrictEqual(known, { ...now, editedTs: now.editedTs ?? known.editedTs })

/** A message was deleted: nothing of ours says any longer what it said. */
export async function forget(world: World, inbox: Pick<Inbox, 'scrub'>, place: Place): Promise<void> {
  await world.db.transaction(async (tx) => {
    await inbox.scrub(tx, place.channelId, place.ts)
    await erase(world, tx, place.channelId, [place.ts])
    const channel = await incidentChannelById(tx, place.channelId)
    if (channel) await buryMessage(tx, channel.incidentId, place, world.clock.now())
  })
}
