import { z } from 'zod'
import type { Database } from '../../kit/db/index.ts'
import type { Ear } from '../channel/index.ts'
import type { Concern } from '../inbox/index.ts'
import { isRecorded } from './store.ts'
import { talkOf } from './talk.ts'

/** What people say and do in every channel all day. */
const chatter: ReadonlySet<string> = new Set([
  'message',
  'reaction_added',
  'reaction_removed',
  'pin_added',
  'pin_removed',
])

/**
 * What people say concerns us in the channels of incidents alone; elsewhere only that a message of a record was edited or
 * deleted. All the rest, a mention above all, always does.
 */
export function concernsOf(db: Database, ear: Ear): Concern {
  return async ({ kind, channelId, body }) => {
    if (!chatter.has(kind)) return true
    if (!channelId) return false
    if (await ear.isOurs(channelId)) return true
    if (kind !== 'message' || !subtypes.safeParse(body.event).success) return false
    const talk = talkOf(body.event)
    return talk !== undefined && (await isRecorded(db.read, talk))
  }
}

const subtypes = z.looseObject({ subtype: z.enum(['message_changed', 'message_deleted']) })
