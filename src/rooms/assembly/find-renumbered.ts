import type { Slack } from '../../kit/slack/index.ts'
import { channelsWithin, incidentChannelById } from '../channel/index.ts'
import { channelsByAnyName, type WorkspaceChannel } from '../directory/index.ts'
import type { World } from '../facts/index.ts'
import { channelsTold } from '../projection/index.ts'
import { followIdChange } from './follow-id.ts'

/** Of more channels that the bot is in, the newest are looked for. */
const mostLookedFor = 500

const lane = { lane: 'announce' } as const

/** Whether what has another id now surely is the channel of before. */
type Proof = (id: string) => Promise<boolean>

/**
 * Slack tells only once that it calls a channel by another id, perhaps while nobody listened. All channels have been read: one that is
 * among them no more, of whose name there is another one that the bot is in, may be that one. It is an incident's where the bot made
 * it itself, and one in which incidents are told where the bot's newest message stands in it: a channel that was deleted leaves its
 * name to others, but neither of these.
 */
export async function findRenumbered(world: World, slack: Slack): Promise<void> {
  const { read } = world.db
  const own = await channelsWithin(read, mostLookedFor)
  const ownIds = new Set(own.map(({ channelId }) => channelId))
  const told = (await channelsTold(read, mostLookedFor)).filter(({ channelId }) => !ownIds.has(channelId))
  const before = await channelsByAnyName(
    read,
    [...own, ...told].flatMap(({ channelId }) => channelId ?? []),
  )
  const known = await channelsByAnyName(
    read,
    [...own, ...before].map(({ name }) => name),
  )
  const nameOf = new Map(before.map(({ id, name }) => [id, name]))
  const isGone = (channelId: string) => before.some(({ id, isArchived }) => id === channelId && isArchived)
  const follow = async (channelId: string | null, name: string | undefined, isIt: Proof) => {
    if (!channelId || !name || !isGone(channelId)) return
    const other = onlyOther(known, channelId, name)
    if (!other || (await incidentChannelById(read, other))) return
    if (!(await isUnknown(slack, channelId)) || !(await isIt(other))) return
    world.log.info({ from: channelId, to: other }, 'Slack calls a channel by another id')
    await followIdChange(world, channelId, other)
  }
  for (const { name, channelId } of own) await follow(channelId, name, (id) => isMade(slack, id))
  for (const { channelId, ts } of told)
    await follow(channelId, nameOf.get(channelId), (id) => holdsMessage(slack, id, ts))
}

/** The one channel of that name besides that the bot is in; undefined where there are several. */
function onlyOther(known: readonly WorkspaceChannel[], channelId: string, name: string): string | undefined {
  const others = known.filter((each) => each.name === name && each.isMember && !each.isArchived)
  const [other, ...more] = others.filter(({ id }) => id !== channelId)
  return more.length > 0 ? undefined : other?.id
}

/** Whether Slack knows an id no longer. */
async function isUnknown(slack: Slack, channel: string): Promise<boolean> {
  const old = await slack.call('conversations.info', { channel }, lane)
  return old.is === 'refused' && old.error === 'channel_not_found'
}

/** Whether the bot made a channel. */
async function isMade(slack: Slack, channel: string): Promise<boolean> {
  const [me, found] = [
    await slack.call('auth.test', {}, lane),
    await slack.call('conversations.info', { channel }, lane),
  ]
  return me.is === 'done' && found.is === 'done' && found.value.channel.creator === me.value.user_id
}

/** Whether a message stands in a channel: its key is Slack's time of it, to the microsecond. */
async function holdsMessage(slack: Slack, channel: string, ts: string): Promise<boolean> {
  const found = await slack.call(
    'conversations.history',
    { channel, oldest: ts, latest: ts, inclusive: true, limit: 1 },
    lane,
  )
  return found.is === 'done' && found.value.messages.some((each) => each.ts === ts)
}
