import { rewriteId } from '../../kit/db/index.ts'
import { incidentChannelById, incidentSubject, tellMade } from '../channel/index.ts'
import { keepFormerId } from '../directory/index.ts'
import { bot, recordFacts, type World } from '../facts/index.ts'
import { holdRendering, raise, tryAnew } from '../projection/index.ts'
import { tellLinkedIn } from './places/store.ts'

/**
 * Slack calls a channel by another id, as when a private one is shared with another company: whatever is stored about it follows,
 * and what failed under the old id is tried under the new one.
 * https://api.slack.com/events/channel_id_changed
 */
export async function followIdChange(world: World, from: string, to: string): Promise<void> {
  // Told twice, the event itself was rewritten as well.
  if (from === to) return
  await world.db.transaction(async (tx) => {
    // Else what is rendered now would be noted under the old id afterwards.
    await holdRendering(tx)
    await rewriteId(tx, from, to)
    await keepFormerId(tx, from, to)
    await tellLinkedIn(tx, to)
    for (const subject of await tryAnew(tx, to)) await raise(world.jobs, tx, subject, true)
    const own = await incidentChannelById(tx, to)
    if (!own) return
    await tellMade(tx, to)
    const subject = incidentSubject(own.incidentId)
    await recordFacts(world, tx, bot, world.clock.now(), [{ subject, type: 'channel.id_changed', data: { from, to } }])
  })
}
