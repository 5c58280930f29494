import { refuse } from '../refusal.ts'
import { permalink, post } from '../workspace/messages.ts'
import type { Person, StoredChannel, StoredMessage } from '../workspace/types.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { DeedOf } from './deed.ts'
import { channelNamed, messageAt } from './find.ts'
import { sentText } from './typed-text.ts'

/**
 * Passes a message on, as Slack's client does by "Forward message": what was said stands in an attachment, and the text is empty unless
 * somebody adds words of their own. Its shape as bots read it: `is_share`, `message_blocks`, `files` (vercel/chat, NousResearch/hermes-agent).
 */
export function forward(workspace: Workspace, person: Person, deed: DeedOf<'forward'>) {
  const from = channelNamed(workspace, deed.channel, person)
  const message = messageAt(from, deed.ts, person)
  const to = channelNamed(workspace, deed.to, person)
  if (to.is_archived) refuse('is_archived')
  if (!to.members.has(person.id)) refuse('not_in_channel')
  const draft = { text: sentText(workspace, deed.text), attachments: [shared(workspace, from, message)] }
  return { ts: post(workspace, to, { id: person.id, bot: person.is_bot }, draft).ts, channel: to.id }
}

function shared(workspace: Workspace, channel: StoredChannel, message: StoredMessage) {
  const author = message.user === undefined ? undefined : workspace.users.get(message.user)
  const name = author?.real_name ?? message.username ?? ''
  const link = permalink(workspace, channel, message)
  return {
    ts: message.ts,
    channel_id: channel.id,
    channel_team: workspace.team.id,
    is_msg_unfurl: true,
    is_share: true,
    ...(author ? { author_id: author.id, author_subname: name } : {}),
    author_name: name,
    author_link: `https://${workspace.team.domain}.slack.com/team/${message.user ?? ''}`,
    text: message.text,
    fallback: `[${message.ts}] ${name}: ${message.text}`,
    from_url: link,
    original_url: link,
    footer: 'Slack Conversation',
    mrkdwn_in: ['text'],
    ...(message.blocks
      ? {
          message_blocks: [
            { team: workspace.team.id, channel: channel.id, ts: message.ts, message: { blocks: message.blocks } },
          ],
        }
      : {}),
    ...(message.files ? { files: message.files } : {}),
  }
}
