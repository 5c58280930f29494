import { newId } from '../ids.ts'
import { refuse } from '../refusal.ts'
import { checkChannelName } from './channel-name.ts'
import { admit } from './members.ts'
import { channelType, postSystem } from './messages.ts'
import type { StoredChannel } from './types.ts'
import { emptyChannel, type Workspace } from './workspace.ts'

/** Slack's limit of a topic and a purpose. */
const longestNote = 250

/** A channel of this name with its creator as the first member. Refuses a bad name, and `name_taken` against all that exist. */
export function createChannel(workspace: Workspace, name: string, creator: string, isPrivate: boolean): StoredChannel {
  checkChannelName(name)
  if (workspace.channelByName(name)) refuse('name_taken')
  const channel: StoredChannel = {
    ...emptyChannel(),
    id: newId('C'),
    name,
    creator,
    is_private: isPrivate,
    members: new Set(),
    created: workspace.seconds(),
    updated: workspace.now(),
  }
  workspace.addChannel(channel)
  if (!isPrivate) {
    const told = {
      id: channel.id,
      name,
      created: channel.created,
      creator,
      name_normalized: name,
      is_channel: true,
      is_shared: false,
    }
    workspace.happened(
      {
        type: 'channel_created',
        channel: { ...told, context_team_id: workspace.team.id },
        event_ts: workspace.newTs(),
      },
      channel,
    )
  }
  admit(workspace, channel, creator)
  return channel
}

/** The direct message of these people (two) or their group message (more), made when it does not exist. */
export function openConversation(workspace: Workspace, people: string[]): { channel: StoredChannel; existed: boolean } {
  const members = new Set(people)
  for (const channel of workspace.channels.kept.values()) {
    const direct = channel.is_im || channel.is_mpim
    if (direct && channel.members.size === members.size && people.every((id) => channel.members.has(id)))
      return { channel, existed: true }
  }
  const isIm = members.size <= 2
  const names = people.map((id) => workspace.user(id)?.name ?? id)
  const channel: StoredChannel = {
    ...emptyChannel(),
    id: newId(isIm ? 'D' : 'G'),
    name: isIm ? '' : `mpdm-${names.join('--')}-1`,
    creator: people[0] ?? '',
    is_private: true,
    is_im: isIm,
    is_mpim: !isIm,
    members,
    created: workspace.seconds(),
    updated: workspace.now(),
  }
  workspace.addChannel(channel)
  workspace.channelChanged(channel)
  return { channel, existed: false }
}

function touched(workspace: Workspace, channel: StoredChannel): void {
  channel.updated = workspace.now()
  workspace.channelChanged(channel)
}

const tags = /(<(?:@[UW][A-Z0-9]+|#C[A-Z0-9]+|![^<>]+|https?:[^<>]+|mailto:[^<>]+)>)/

/**
 * Slack keeps topics and purposes with their `&`, `<` and `>` written as entities; mentions and links stay.
 * Source: github.com/dgl/irslackd/issues/1.
 */
function entityEncoded(text: string): string {
  return text
    .split(tags)
    .map((part, index) => {
      if (index % 2 === 1) return part
      return part
        .replace(/&(?!(amp|lt|gt);)/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
    })
    .join('')
}

/** Sets the topic or the purpose (at most 250 characters: `too_long`), with Slack's visible line. */
export function setNote(
  workspace: Workspace,
  channel: StoredChannel,
  which: 'topic' | 'purpose',
  given: string,
  by: string,
): void {
  if ([...given].length > longestNote) refuse('too_long')
  const value = entityEncoded(given)
  if (channel[which].value === value) return
  channel[which] = { value, creator: by, last_set: workspace.seconds() }
  touched(workspace, channel)
  const prefix = channel.is_private ? 'group' : 'channel'
  const label = which === 'topic' ? 'topic' : 'description'
  const text = value === '' ? `<@${by}> cleared channel ${label}` : `<@${by}> set the channel ${label}: ${value}`
  postSystem(workspace, channel, by, `${prefix}_${which}`, text, { [which]: value })
}

/** Gives a new name under the same rules as a new channel's. */
export function rename(workspace: Workspace, channel: StoredChannel, name: string, by: string): void {
  checkChannelName(name)
  if (channel.name === name) return
  if (workspace.channelByName(name)) refuse('name_taken')
  const old_name = channel.name
  channel.previous_names.unshift(old_name)
  workspace.renameChannel(channel, name)
  touched(workspace, channel)
  const prefix = channel.is_private ? 'group' : 'channel'
  const text = `<@${by}> has renamed the channel from "${old_name}" to "${name}"`
  postSystem(workspace, channel, by, `${prefix}_name`, text, { old_name, name })
  const told = {
    id: channel.id,
    name,
    name_normalized: name,
    created: channel.created,
    is_channel: true,
    is_mpim: false,
  }
  workspace.happened({ type: `${prefix}_rename`, channel: told, event_ts: workspace.newTs() }, channel)
}

/** Archives; the bot is no member afterwards, as in Slack. */
export function archive(workspace: Workspace, channel: StoredChannel, by: string): void {
  if (channel.is_archived) refuse('already_archived')
  if (channel.is_general) refuse('cant_archive_general')
  const botWasIn = channel.members.has(workspace.botId)
  const prefix = channel.is_private ? 'group' : 'channel'
  postSystem(workspace, channel, by, `${prefix}_archive`, 'archived the channel', { members: [...channel.members] })
  channel.is_archived = true
  channel.members.delete(workspace.botId)
  touched(workspace, channel)
  workspace.happened(
    { type: `${prefix}_archive`, channel: channel.id, user: by, event_ts: workspace.newTs() },
    channel,
    botWasIn,
  )
}

export function unarchive(workspace: Workspace, channel: StoredChannel, by: string): void {
  if (!channel.is_archived) refuse('not_archived')
  channel.is_archived = false
  touched(workspace, channel)
  const prefix = channel.is_private ? 'group' : 'channel'
  postSystem(workspace, channel, by, `${prefix}_unarchive`, 'un-archived the channel')
  workspace.happened(
    { type: `${prefix}_unarchive`, channel: channel.id, user: by, event_ts: workspace.newTs() },
    channel,
  )
}

/** Deletes a channel for good, archived or not: its name is free again. Source: docs.slack.dev/reference/events/channel_deleted */
export function deleteChannel(workspace: Workspace, channel: StoredChannel, by: string): void {
  if (channel.is_general) refuse('cant_delete_general')
  const botWasIn = channel.members.has(workspace.botId)
  const told = { channel: channel.id, ...(channel.is_private ? { date_deleted: workspace.seconds() } : {}) }
  workspace.dropChannel(channel)
  workspace.watchers.changed({ kind: 'reset' })
  const type = channel.is_private ? 'group_deleted' : 'channel_deleted'
  workspace.happened({ type, ...told, actor_id: by, event_ts: workspace.newTs() }, channel, botWasIn)
}

/** Turns a public channel private. Slack offers no way back to its members. */
export function makePrivate(workspace: Workspace, channel: StoredChannel, by: string): void {
  if (channel.is_general || channelType(channel) !== 'channel') refuse('method_not_supported_for_channel_type')
  channel.is_private = true
  touched(workspace, channel)
  postSystem(workspace, channel, by, 'channel_convert_to_private', `<@${by}> made this channel private`)
}

/** Moves a person's read mark. */
export function markRead(workspace: Workspace, channel: StoredChannel, user: string, ts: string): void {
  const marks = workspace.reads.get(user) ?? new Map<string, string>()
  marks.set(channel.id, ts)
  workspace.reads.set(user, marks)
  workspace.watchers.changed({ kind: 'read', user, channel: channel.id, ts })
}
