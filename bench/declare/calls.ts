import { z } from 'zod'
import type { ApiCall } from '../../sandbox/protocol.ts'

/** What a declaration makes in Slack. `pin` comes on top of what it takes to begin to work. */
export type Made = 'channel' | 'members' | 'card' | 'broadcast' | 'pin'

const slot = z.object({ event_payload: z.looseObject({ slot: z.string() }) })

/** What one call of the bot made; undefined for a call that failed, or makes something else. */
export function madeBy({ ok, method, args }: ApiCall): Made | undefined {
  if (!ok) return undefined
  if (method === 'conversations.create') return 'channel'
  if (method === 'conversations.invite') return 'members'
  if (method === 'pins.add') return 'pin'
  if (method !== 'chat.postMessage') return undefined
  const { metadata } = args
  const parsed = slot.safeParse(typeof metadata === 'string' ? JSON.parse(metadata) : metadata)
  if (!parsed.success) return undefined
  const name = parsed.data.event_payload.slot
  if (name === 'card') return 'card'
  return name.startsWith('broadcast:') ? 'broadcast' : undefined
}

/** When a call took effect, in milliseconds since the epoch. */
export const tookEffect = (call: ApiCall): number => call.at + call.ms
