import { z } from 'zod'
import { mustRead } from '../../kit/lenient.ts'
import type { Doors } from '../../kit/slack/doors.ts'
import type { World } from '../facts/index.ts'
import { talkOf } from '../record/index.ts'
import { meaningOf } from '../settings/index.ts'
import { addSaid, finishSaid, followEdit, forgetSaid, takeBack, unfinishSaid } from './by-message.ts'

const reaction = z.object({
  user: z.string(),
  reaction: z.string(),
  item: z.looseObject({ type: z.string(), channel: z.string().optional(), ts: z.string().optional() }),
})

/** What people write and tick in the channel of an incident. Registered after the record, which notes the marks. */
export function registerTodos({ on }: Doors, world: World): void {
  on('message', async ({ event, keptOut }) => {
    const talk = talkOf(event)
    if (talk?.is === 'said' && !keptOut) await addSaid(world, talk)
    if (talk?.is === 'edited') {
      const { channelId, ts, by, text } = talk
      await followEdit(world, { channelId, ts, by, text })
    }
    if (talk?.is === 'deleted') await forgetSaid(world, talk)
  })
  for (const kind of ['reaction_added', 'reaction_removed'] as const) {
    on(kind, async ({ event, keptOut }) => {
      if (keptOut) return
      const { user, reaction: name, item } = mustRead(reaction, event)
      const meaning = meaningOf(name, world.settings().record.reactions)
      if (item.type !== 'message' || !item.channel || !item.ts) return
      const place = { channelId: item.channel, ts: item.ts }
      if (meaning === 'done') await (kind === 'reaction_added' ? finishSaid : unfinishSaid)(world, place, user)
      if (meaning === 'todo' && kind === 'reaction_removed') await takeBack(world, place, user)
    })
  }
}
