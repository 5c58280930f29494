import { refuse } from '../refusal.ts'
import { appSettings } from '../seed/app.ts'
import { edit } from '../workspace/change-message.ts'
import { post } from '../workspace/messages.ts'
import { checkPosting } from '../workspace/posting.ts'
import type { StoredChannel, StoredMessage } from '../workspace/types.ts'
import type { Call, Methods } from './call.ts'
import { blocksOf, type Written, withChunks } from './chunks.ts'
import { liveChannel, messageOf } from './find.ts'
import { contentOf } from './message-draft.ts'

/** The messages that are being written, by their channels. A sandbox that starts again has none, as Slack ends what nobody goes on with. */
const written = new WeakMap<StoredChannel, Map<string, Written>>()

const streamsIn = (channel: StoredChannel): Map<string, Written> => {
  const known = written.get(channel) ?? new Map<string, Written>()
  written.set(channel, known)
  return known
}

/** In a channel Slack wants to know for whom it is. Source: the errors of docs.slack.dev/reference/methods/chat.startStream */
function checkRecipient(call: Call, channel: StoredChannel): void {
  const recipient = call.args.optionalText('recipient_user_id')
  if (!channel.is_im && !recipient) refuse('missing_recipient_user_id')
  if (!channel.is_im && !call.args.optionalText('recipient_team_id')) refuse('missing_recipient_team_id')
  if (recipient && !call.workspace.user(recipient)) refuse('user_not_found')
}

const textIn = (call: Call): string =>
  call.args.optionalText('markdown_text') === undefined ? '' : (contentOf(call).text ?? '')

/** What is written once this call is done: its text, then its chunks. */
const after = (call: Call, before: Written): Written =>
  withChunks({ ...before, text: before.text + textIn(call) }, call.args.json('chunks'))

function start(call: Call) {
  const channel = liveChannel(call)
  checkRecipient(call, channel)
  const thread_ts = call.args.optionalText('thread_ts')
  checkPosting(channel, thread_ts !== undefined)
  const begun = after(call, { text: '', tasks: new Map(), blocks: [] })
  const draft = { text: begun.text, blocks: blocksOf(begun), ...(thread_ts ? { thread_ts } : {}) }
  const { ts } = post(call.workspace, channel, call.actor, draft)
  streamsIn(channel).set(ts, begun)
  return { channel: channel.id, ts }
}

/** The message of a stream that the app itself has begun and not ended. */
function streamed(call: Call, channel: StoredChannel): { message: StoredMessage; before: Written } {
  const message = messageOf(call, channel, 'ts')
  if (message.user !== call.actor.id) refuse('message_not_owned_by_app')
  const before = streamsIn(channel).get(message.ts) ?? refuse('message_not_in_streaming_state')
  return { message, before }
}

function append(call: Call) {
  const channel = liveChannel(call)
  const { message, before } = streamed(call, channel)
  if (!call.args.has('markdown_text') && !call.args.has('chunks')) refuse('no_text')
  const now = after(call, before)
  edit(call.workspace, channel, message, { text: now.text, blocks: blocksOf(now) }, call.actor)
  streamsIn(channel).set(message.ts, now)
  return { channel: channel.id, ts: message.ts }
}

function stop(call: Call) {
  const channel = liveChannel(call)
  const { message, before } = streamed(call, channel)
  const hasContent = ['markdown_text', 'blocks', 'metadata'].some((name) => call.args.has(name))
  const { blocks = [], metadata } = hasContent ? contentOf(call) : {}
  const now = after(call, before)
  const shown = blocksOf({ ...now, blocks: [...now.blocks, ...blocks] })
  const changes = { text: now.text, blocks: shown, ...(metadata ? { metadata } : {}) }
  const changed = edit(call.workspace, channel, message, changes, call.actor)
  streamsIn(channel).delete(message.ts)
  const told = {
    text: changed.text,
    bot_id: appSettings.botId,
    ts: changed.ts,
    type: 'message',
    subtype: 'bot_message',
  }
  return { channel: channel.id, ts: changed.ts, message: told }
}

/** An answer that appears while it is written. Source: docs.slack.dev/reference/methods/chat.startStream and its two sisters. */
export const streams: Methods = {
  'chat.startStream': start,
  'chat.appendStream': append,
  'chat.stopStream': stop,
}
