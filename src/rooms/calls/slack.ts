import { z } from 'zod'
import { mustRead } from '../../kit/lenient.ts'
import type { Doors } from '../../kit/slack/doors.ts'
import type { World } from '../facts/index.ts'
import { noteThere } from './answer-call.ts'

const said = z.object({
  channel: z.string(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  subtype: z.string().optional(),
})
const reacted = z.object({ user: z.string(), item: z.looseObject({ channel: z.string().optional() }) })

/** What counts as a person's own words; joins, edits and the like do not. */
const ownWords: ReadonlySet<string | undefined> = new Set([undefined, 'thread_broadcast', 'file_share', 'me_message'])

/** Whoever speaks or reacts in the channel has answered the call. */
export function registerCalls({ on }: Doors, world: World): void {
  on('message', async ({ event }) => {
    const { channel, user, bot_id, subtype } = mustRead(said, event)
    if (user && !bot_id && ownWords.has(subtype)) await noteThere(world, channel, user, 'words')
  })
  on('reaction_added', async ({ event }) => {
    const { user, item } = mustRead(reacted, event)
    if (item.channel) await noteThere(world, item.channel, user, 'reaction')
  })
}
