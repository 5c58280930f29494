import { z } from 'zod'
import { mustRead } from '../../kit/lenient.ts'
import type { Doors } from '../../kit/slack/doors.ts'
import type { World } from '../facts/index.ts'
import type { Inbox } from '../inbox/index.ts'
import { meaningOf } from '../settings/index.ts'
import { askAboutRecovery } from './conversation/ask-about-recovery.ts'
import { followEdit, forget } from './conversation/follow.ts'
import { type Beside, keepSaid } from './conversation/keep.ts'
import { mark, unmark } from './marks/mark.ts'
import { tellOdd } from './odd.ts'
import { heardOf } from './talk.ts'

const reaction = z.object({
  user: z.string(),
  reaction: z.string(),
  item: z.looseObject({ type: z.string(), channel: z.string().optional(), ts: z.string().optional() }),
})
const pin = z.object({
  user: z.string(),
  channel_id: z.string(),
  item: z.looseObject({ type: z.string(), message: z.looseObject({ ts: z.string() }).optional() }),
})

/** What is said, and what becomes of it, with what is kept `beside` it; reactions and pins. The bot's own are not told to doors. */
export function registerRecord({ on }: Doors, world: World, inbox: Pick<Inbox, 'scrub'>, beside: Beside): void {
  on('message', async ({ event, keptOut }) => {
    const heard = heardOf(event, tellOdd(world.log, { kind: 'message' }))
    if (heard?.is === 'said') await keepSaid(world, heard, heard.reading, beside)
    if (heard?.is === 'edited') await followEdit(world, heard, heard.reading)
    if (heard?.is === 'deleted') await forget(world, inbox, heard)
    if (heard?.is === 'said' && heard.by && !keptOut) {
      await askAboutRecovery(world, { ...heard, by: heard.by, text: heard.reading.words })
    }
  })
  for (const [kind, verb] of [
    ['reaction_added', mark],
    ['reaction_removed', unmark],
  ] as const) {
    on(kind, async ({ event, keptOut }) => {
      if (keptOut) return
      const { user: by, reaction: name, item } = mustRead(reaction, event, tellOdd(world.log, { kind }))
      const meaning = meaningOf(name, world.settings().record.reactions)
      // A reaction may be to a file as well.
      if (!meaning || item.type !== 'message' || !item.channel || !item.ts) return
      await verb(world, { channelId: item.channel, ts: item.ts, kind: meaning, via: `reaction:${name}`, by })
    })
  }
  for (const [kind, verb] of [
    ['pin_added', mark],
    ['pin_removed', unmark],
  ] as const) {
    on(kind, async ({ event, keptOut }) => {
      if (keptOut) return
      const { user: by, channel_id: channelId, item } = mustRead(pin, event, tellOdd(world.log, { kind }))
      if (item.message) await verb(world, { channelId, ts: item.message.ts, kind: 'timeline', via: 'pin', by })
    })
  }
}
