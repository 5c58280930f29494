import { isObject, type Json } from '../workspace/json.ts'
import { addPin, pinnedItem, removePin } from '../workspace/pins.ts'
import type { StoredChannel } from '../workspace/types.ts'
import type { Call, Methods } from './call.ts'
import { liveChannel, messageOf, ownChannel } from './find.ts'

function add(call: Call) {
  const channel = liveChannel(call)
  addPin(call.workspace, channel, messageOf(call, channel, 'timestamp'), call.actor.id)
  return {}
}

function remove(call: Call) {
  const channel = liveChannel(call)
  removePin(call.workspace, channel, messageOf(call, channel, 'timestamp'), call.actor.id)
  return {}
}

/**
 * As Slack lists pins: a message's `metadata` without its `event_payload` (slackapi/python-slack-sdk#1501; there is no flag to
 * ask for it), and behind the first one a pinned file, which has no message.
 */
function odd(channel: StoredChannel, item: Json, index: number): Json[] {
  const { message } = item
  const hidden = isObject(message) ? channel.messages.get(String(message.ts))?.metadata : undefined
  const shown = hidden
    ? { ...item, message: { ...Object(message), metadata: { event_type: hidden.event_type } } }
    : item
  const file = { id: 'F0PINNED01', mode: 'quip', filetype: 'quip', title: 'Runbook', timestamp: null }
  return index === 0 ? [shown, { ...item, type: 'file', message: undefined, file }] : [shown]
}

function list(call: Call) {
  const channel = ownChannel(call)
  const items = [...channel.pins].reverse().flatMap((pin) => {
    const message = channel.messages.get(pin.ts)
    return message ? [pinnedItem(call.workspace, channel, message, pin)] : []
  })
  return { items: call.workspace.settled.oddities ? items.flatMap((item, index) => odd(channel, item, index)) : items }
}

export const pins: Methods = { 'pins.add': add, 'pins.remove': remove, 'pins.list': list }
