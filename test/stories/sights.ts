import type { Channel, Message } from '../../sandbox/protocol.ts'

/** The slot that a message of the bot stands in; undefined for any other message. */
export const slotOf = (message: Message): string | undefined =>
  message.metadata?.event_type === 'sssbot_slot' ? String(message.metadata.event_payload.slot) : undefined

/** The message of one slot in a channel, or of the first slot whose name begins so. Throws when there is none. */
export function inSlot(channel: Channel, slot: string): Message {
  const found =
    channel.messages.find((message) => slotOf(message) === slot) ??
    channel.messages.find((message) => slotOf(message)?.startsWith(slot))
  if (!found) throw new Error(`#${channel.name} shows no ${slot}, but ${channel.messages.map(slotOf).join(', ')}`)
  return found
}

/** Every word that people read in a message or a form; what a menu offers and what notifications say aside. */
export function words(surface: unknown): string {
  if (typeof surface === 'string') return surface
  if (Array.isArray(surface)) return surface.map(words).filter(Boolean).join('\n')
  if (typeof surface !== 'object' || surface === null) return ''
  const isMessage = 'ts' in surface && 'blocks' in surface
  return Object.entries(surface)
    .filter(([key]) => !(isMessage && key === 'text'))
    .filter(([key]) => ['blocks', 'text', 'title', 'label', 'hint', 'elements', 'fields', 'element'].includes(key))
    .map(([, value]) => words(value))
    .filter(Boolean)
    .join('\n')
}

/** Whether a message calls somebody who did not ask for it. */
export const callsMany = (message: Message): boolean =>
  /<!(?:here|channel|everyone|subteam)/.test(JSON.stringify(message))
