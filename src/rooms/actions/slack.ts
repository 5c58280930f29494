import { z } from 'zod'
import { mustRead } from '../../kit/lenient.ts'
import type { Doors } from '../../kit/slack/doors.ts'
import type { World } from '../facts/index.ts'
import { talkOf } from '../record/index.ts'
import { meaningOf } from '../settings/index.ts'
import { followActionEdit, forgetAction, takeBackAction } from './by-message.ts'

const reaction = z.object({
  user: z.string(),
  reaction: z.string(),
  item: z.looseObject({ type: z.string(), channel: z.string().optional(), ts: z.string().optional() }),
})

/** What becomes of messages that are action items. Registered after the record, which notes the marks. */
export function registerActions({ on }: Doors, world: World): void {
  on('message', async ({ event }) => {
    const talk = talkOf(event)
    if (talk?.is === 'edited') {
      const { channelId, ts, by, text } = talk
      await followActionEdit(world, { channelId, ts, by, text })
    }
    if (talk?.is === 'deleted') await forgetAction(world, talk)
  })
  on('reaction_removed', async ({ event, keptOut }) => {
    if (keptOut) return
    const { user, reaction: name, item } = mustRead(reaction, event)
    if (item.type !== 'message' || !item.channel || !item.ts) return
    if (meaningOf(name, world.settings().record.reactions) !== 'action') return
    await takeBackAction(world, { channelId: item.channel, ts: item.ts }, user)
  })
}
