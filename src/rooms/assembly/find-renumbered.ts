import type { Slack } from '../../kit/slack/index.ts'
import { channelsWithin, incidentChannelById } from '../channel/index.ts'
import { channelsByAnyName } from '../directory/index.ts'
import type { World } from '../facts/index.ts'
import { followIdChange } from './follow-id.ts'

/** Of more channels that the bot is in, the newest are looked for. */
const mostLookedFor = 500

/**
 * Slack tells only once that it calls a channel by another id, perhaps while nobody listened. All channels have been read: an incident's
 * that is among them no more, of whose name there is another one that the bot made itself and is in, is that one. A channel that was deleted leaves
 * its name to others, but none that the bot made.
 */
export async function findRenumbered(world: World, slack: Slack): Promise<void> {
  const { read } = world.db
  const own = await channelsWithin(read, mostLookedFor)
  const known = await channelsByAnyName(
    read,
    own.flatMap(({ name, channelId }) => [name, channelId ?? name]),
  )
  for (const { name, channelId } of own) {
    const isGone = known.some(({ id, isArchived }) => id === channelId && isArchived)
    const others = known.filter(({ isMember, isArchived, ...each }) => each.name === name && isMember && !isArchived)
    const [other, ...more] = others.filter(({ id }) => id !== channelId)
    if (!channelId || !isGone || !other || more.length > 0) continue
    if ((await incidentChannelById(read, other.id)) || !(await isSame(slack, channelId, other.id))) continue
    world.log.info({ from: channelId, to: other.id }, 'Slack calls a channel by another id')
    await followIdChange(world, channelId, other.id)
  }
}

/** Whether Slack knows the old id no longer, and the bot made what has the new one. */
async function isSame(slack: Slack, before: string, now: string): Promise<boolean> {
  const lane = { lane: 'announce' } as const
  const old = await slack.call('conversations.info', { channel: before }, lane)
  if (old.is !== 'refused' || old.error !== 'channel_not_found') return false
  const [me, found] = [
    await slack.call('auth.test', {}, lane),
    await slack.call('conversations.info', { channel: now }, lane),
  ]
  return me.is === 'done' && found.is === 'done' && found.value.channel.creator === me.value.user_id
}
