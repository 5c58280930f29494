import { refuse } from '../refusal.ts'
import { place } from './messages.ts'
import type { StoredChannel, StoredMessage } from './types.ts'
import type { Workspace } from './workspace.ts'

/** Slack's limits: different emoji on a message, and emoji of one person on it. */
const mostEmoji = 23 as const
const mostOfOne = 23 as const

/** An emoji's name, with a skin tone perhaps: what Slack's own and custom emoji look like. */
const emojiName = /^[\p{L}\p{N}_+'-]{1,100}(::skin-tone-[2-6])?$/u

function tell(
  workspace: Workspace,
  channel: StoredChannel,
  message: StoredMessage,
  type: string,
  user: string,
  name: string,
): void {
  place(channel, message)
  workspace.messageChanged(channel, message)
  const item = { type: 'message', channel: channel.id, ts: message.ts }
  workspace.happened(
    { type, user, reaction: name, item, item_user: message.user, event_ts: workspace.newTs() },
    channel,
  )
}

/** Adds one person's reaction: `invalid_name`, `already_reacted`, `too_many_emoji`, `too_many_reactions`. */
export function react(
  workspace: Workspace,
  channel: StoredChannel,
  message: StoredMessage,
  user: string,
  name: string,
): void {
  if (!emojiName.test(name)) refuse('invalid_name')
  const there = message.reactions.find((each) => each.name === name)
  if (there?.users.includes(user)) refuse('already_reacted')
  if (!there && message.reactions.length >= mostEmoji) refuse('too_many_emoji')
  if (message.reactions.filter((each) => each.users.includes(user)).length >= mostOfOne) refuse('too_many_reactions')
  if (there) {
    there.users.push(user)
    there.count = there.users.length
  } else message.reactions.push({ name, users: [user], count: 1 })
  tell(workspace, channel, message, 'reaction_added', user, name)
}

/** Takes it back: `no_reaction` where there is none. */
export function unreact(
  workspace: Workspace,
  channel: StoredChannel,
  message: StoredMessage,
  user: string,
  name: string,
): void {
  const there = message.reactions.find((each) => each.name === name)
  if (!there?.users.includes(user)) refuse('no_reaction')
  there.users = there.users.filter((each) => each !== user)
  there.count = there.users.length
  message.reactions = message.reactions.filter((each) => each.count > 0)
  tell(workspace, channel, message, 'reaction_removed', user, name)
}
