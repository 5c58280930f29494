import type { Channel, Message, User } from '../../sandbox/protocol.ts'
import { messageLines } from '../gallery/transcript/surface.ts'

/**
 * How a channel stands, as plain text: its messages in the order in which they were sent, each thread below its first message.
 * People are named by handle, at the head of a message; in texts their mentions stay as they are written.
 */
export function channelTranscript(channel: Channel, users: readonly User[]): string {
  const nameOf = (id: string | undefined): string => {
    const user = users.find((each) => each.id === id)
    return user ? `@${user.name}` : (id ?? 'Slack')
  }
  const head = `#${channel.name}${notes(channel)} · ${channel.messages.length} messages`
  const inOrder = [...channel.messages].sort((a, b) => Number(a.ts) - Number(b.ts))
  const isReply = ({ ts, thread_ts: thread }: Message) =>
    thread !== undefined && thread !== ts && inOrder.some((each) => each.ts === thread)
  const drawn = inOrder
    .filter((each) => !isReply(each))
    .flatMap((each) => [
      ...drawMessage(each, channel, nameOf),
      ...inOrder
        .filter((reply) => isReply(reply) && reply.thread_ts === each.ts)
        .flatMap((reply) => drawMessage(reply, channel, nameOf).map((line) => `    ${line}`)),
    ])
  return [head, ...(channel.topic ? [`topic: ${channel.topic}`] : []), ...drawn].join('\n')
}

const notes = ({ is_private, is_archived }: Channel): string =>
  [is_private && 'private', is_archived && 'archived'].flatMap((note) => (note ? [` (${note})`] : [])).join('')

function drawMessage(message: Message, { pins }: Channel, nameOf: (id: string | undefined) => string): string[] {
  const { ts, username, user, bot_id: bot, ephemeral_to: only, edited, subtype, reactions, attachments } = message
  const head = [
    `${timeOf(ts)} ${username ?? nameOf(user ?? bot)}`,
    ...(only ? [`only ${nameOf(only)} sees`] : []),
    ...(edited ? [`edited ${timeOf(edited.ts)}`] : []),
    ...(pins.includes(ts) ? ['pinned'] : []),
    ...(subtype ? [subtype] : []),
    ...(message.inviter ? [`invited by ${nameOf(message.inviter)}`] : []),
    ...(message.remover ? [`removed by ${nameOf(message.remover)}`] : []),
  ].join(' · ')
  const answers = reactions.map(({ name, users }) => `:${name}: ${users.map(nameOf).join(' ')}`)
  return [
    head,
    ...body(message).map((line) => `  ${line}`.trimEnd()),
    ...(attachments ?? []).map((each) => `  attached: ${JSON.stringify(each)}`),
    ...(answers.length > 0 ? [`  ${answers.join('  ')}`] : []),
  ]
}

/** A story that fails must show the rest of its channel, too: what cannot be drawn says so. */
function body({ text, blocks }: Message): string[] {
  try {
    return messageLines(text, blocks)
  } catch (thrown) {
    return [text, `(cannot be drawn: ${String(thrown)})`, JSON.stringify(blocks)]
  }
}

/** The time of day of a message, UTC, to the second. */
const timeOf = (ts: string): string => new Date(Number(ts) * 1000).toISOString().slice(11, 19)
