import { expect } from 'vitest'
import type { Channel, Message, State } from '../../sandbox/protocol.ts'
import { slotOf } from './sights.ts'

type Button = { type?: string; action_id?: string; value?: string }
type Block = { block_id?: string; elements?: readonly Button[]; accessory?: Button }

/**
 * What a message of the bot offers by buttons: the incident, the verb and what it is about, whichever way the button is drawn
 * (the next step is the verb that it stands for).
 */
export function offersIn({ blocks = [] }: Message): string[] {
  return (blocks as readonly Block[]).flatMap(({ block_id = '', elements = [], accessory }) =>
    [...elements, ...(accessory ? [accessory] : [])]
      .filter(({ type, action_id }) => type === 'button' && action_id?.startsWith('incident.'))
      .map(({ action_id = '', value = '' }) => {
        const [verb, about] = action_id === 'incident.next' ? [value, ''] : [action_id.replace('incident.', ''), value]
        return [/inc_\w+/.exec(block_id)?.[0] ?? '', verb, about].join(' ').trim()
      }),
  )
}

/**
 * What two messages of a channel offer at once, with their slots. The pinned card does not count: it always has the next step and
 * two fixed buttons. What stands in a thread is read there, and counts with its thread.
 */
export function doubledOffers({ messages }: Channel): string[] {
  const offered = new Map<string, Set<string>>()
  for (const message of messages) {
    const slot = slotOf(message)
    if (!slot || /^card(-|$)/.test(slot) || message.ephemeral_to) continue
    const place = message.thread_ts && message.thread_ts !== message.ts ? message.thread_ts : ''
    for (const offer of offersIn(message)) {
      const key = `${offer}${place && ` in ${place}`}`
      offered.set(key, (offered.get(key) ?? new Set()).add(slot))
    }
  }
  return [...offered]
    .filter(([, slots]) => slots.size > 1)
    .map(([offer, slots]) => `${offer}: ${[...slots].join(', ')}`)
}

/** At the end of each story: whoever reads a channel presses the newest button, so no older message of it may offer the same. */
export function expectOneOffer({ channels }: Pick<State, 'channels'>): void {
  const doubled = channels
    .filter((each) => !each.is_archived && !each.is_im)
    .flatMap((each) => doubledOffers(each).map((offer) => `#${each.name}: ${offer}`))
  expect(doubled, 'what two messages of a channel offer').toEqual([])
}
