import { refuse } from '../refusal.ts'
import { edit, post, remove } from '../workspace/messages.ts'
import { addPin, removePin } from '../workspace/pins.ts'
import { checkPosting } from '../workspace/posting.ts'
import { react, unreact } from '../workspace/reactions.ts'
import type { Person, StoredChannel } from '../workspace/types.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { DeedOf } from './deed.ts'
import { channelNamed, messageAt } from './find.ts'
import { sentText } from './typed-text.ts'

/** Slack's client cuts a message into several beyond this; here it is refused. */
const longestTyped = 12_000

function checkLive(channel: StoredChannel, person: Person): void {
  if (channel.is_archived) refuse('is_archived')
  if (!channel.members.has(person.id)) refuse('not_in_channel')
}

export function postText(workspace: Workspace, person: Person, deed: DeedOf<'post'>) {
  const channel = channelNamed(workspace, deed.channel, person)
  checkLive(channel, person)
  if (channel.creator !== person.id) checkPosting(channel, deed.thread_ts !== undefined)
  if (deed.text.trim() === '') refuse('no_text')
  if (deed.text.length > longestTyped) refuse('msg_too_long')
  const draft = {
    text: sentText(workspace, deed.text),
    ...(deed.thread_ts === undefined ? {} : { thread_ts: deed.thread_ts }),
    ...(deed.broadcast === undefined ? {} : { reply_broadcast: deed.broadcast }),
  }
  return { ts: post(workspace, channel, { id: person.id, bot: person.is_bot }, draft).ts, channel: channel.id }
}

export function editText(workspace: Workspace, person: Person, deed: DeedOf<'edit'>) {
  const channel = channelNamed(workspace, deed.channel, person)
  const message = messageAt(channel, deed.ts, person)
  checkLive(channel, person)
  if (message.user !== person.id || (message.subtype !== undefined && message.subtype !== 'thread_broadcast'))
    refuse('cant_update_message')
  if (deed.text.trim() === '') refuse('no_text')
  edit(workspace, channel, message, { text: sentText(workspace, deed.text) }, { id: person.id, bot: false })
  return {}
}

export function deleteMessage(workspace: Workspace, person: Person, deed: DeedOf<'delete'>) {
  const channel = channelNamed(workspace, deed.channel, person)
  const message = messageAt(channel, deed.ts, person)
  if (message.user !== person.id && message.ephemeral_to !== person.id) refuse('cant_delete_message')
  remove(workspace, channel, message)
  return {}
}

/** Reacting, pinning and taking back. */
export function markMessage(workspace: Workspace, person: Person, deed: DeedOf<'react' | 'unreact' | 'pin' | 'unpin'>) {
  const channel = channelNamed(workspace, deed.channel, person)
  const message = messageAt(channel, deed.ts, person)
  checkLive(channel, person)
  if (message.ephemeral_to !== undefined) refuse('message_not_found')
  if (deed.do === 'pin') addPin(workspace, channel, message, person.id)
  else if (deed.do === 'unpin') removePin(workspace, channel, message, person.id)
  else (deed.do === 'react' ? react : unreact)(workspace, channel, message, person.id, deed.name.replace(/^:|:$/g, ''))
  return {}
}
