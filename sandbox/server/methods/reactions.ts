import { refuse } from '../refusal.ts'
import { permalink, wireMessage } from '../workspace/messages.ts'
import { react, unreact } from '../workspace/reactions.ts'
import type { Call, Methods } from './call.ts'
import { liveChannel, messageOf, ownChannel } from './find.ts'
import { page } from './paging.ts'

function emoji(call: Call): string {
  return call.args.text('name').replace(/^:|:$/g, '')
}

function add(call: Call) {
  const channel = liveChannel(call)
  react(call.workspace, channel, messageOf(call, channel, 'timestamp'), call.actor.id, emoji(call))
  return {}
}

function removeIt(call: Call) {
  if (!call.args.has('channel')) refuse('no_item_specified')
  const channel = ownChannel(call)
  unreact(call.workspace, channel, messageOf(call, channel, 'timestamp'), call.actor.id, emoji(call))
  return {}
}

function get(call: Call) {
  if (!call.args.has('channel')) refuse('no_item_specified')
  const channel = ownChannel(call)
  const message = messageOf(call, channel, 'timestamp')
  const wire = {
    ...wireMessage(call.workspace, channel, message),
    permalink: permalink(call.workspace, channel, message),
  }
  return { type: 'message', channel: channel.id, message: wire }
}

function list(call: Call) {
  const user = call.args.optionalText('user') ?? call.actor.id
  if (!call.workspace.user(user)) refuse('user_not_found')
  const all = [...call.workspace.channels.kept.values()]
    .filter((channel) => channel.members.has(call.actor.id))
    .flatMap((channel) =>
      [...channel.messages.values()]
        .filter((message) => message.reactions.some((reaction) => reaction.users.includes(user)))
        .map((message) => ({
          type: 'message',
          channel: channel.id,
          message: wireMessage(call.workspace, channel, message),
        })),
    )
  const { items, next } = page(call, all, 100, 1000)
  const total = all.length
  const paging = { count: items.length, total, page: 1, pages: Math.max(1, Math.ceil(total / 100)) }
  return { items, paging, response_metadata: { next_cursor: next } }
}

export const reactions: Methods = {
  'reactions.add': add,
  'reactions.remove': removeIt,
  'reactions.get': get,
  'reactions.list': list,
}
