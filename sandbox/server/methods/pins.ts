import { addPin, pinnedItem, removePin } from '../workspace/pins.ts'
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

function list(call: Call) {
  const channel = ownChannel(call)
  const items = [...channel.pins].reverse().flatMap((pin) => {
    const message = channel.messages.get(pin.ts)
    return message ? [pinnedItem(call.workspace, channel, message, pin)] : []
  })
  return { items }
}

export const pins: Methods = { 'pins.add': add, 'pins.remove': remove, 'pins.list': list }
