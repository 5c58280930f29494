import { z } from 'zod'
import { mustRead } from '../../kit/lenient.ts'
import type { Doors } from '../../kit/slack/doors.ts'
import type { World } from '../facts/index.ts'
import { followArrival, followDeparture } from './come.ts'
import { followPlaceArchive, followPlaceUnarchive } from './follow.ts'
import { followIdChange } from './follow-id.ts'

const came = z.object({ channel: z.string(), user: z.string(), inviter: z.string().optional() })
const went = z.object({ channel: z.string(), user: z.string() })
const renumbered = z.object({ old_channel_id: z.string(), new_channel_id: z.string() })
const moved = z.object({ channel: z.string(), user: z.string().optional(), actor_id: z.string().optional() })

/** Who comes and goes, and channels that hear of incidents, archived, deleted and brought back by hand, or called by another id. */
export function registerAssembly({ on }: Doors, world: World): void {
  on('member_joined_channel', async ({ event, keptOut, bot }) => {
    if (keptOut) return
    const { channel, user, inviter } = mustRead(came, event)
    // Whom the bot itself brings in was called, and may know.
    if (bot === undefined || inviter !== bot) await followArrival(world, channel, user, inviter ?? null)
  })
  on('member_left_channel', async ({ event, keptOut }) => {
    if (keptOut) return
    const { channel, user } = mustRead(went, event)
    await followDeparture(world, channel, user)
  })
  on('channel_id_changed', async ({ event }) => {
    const { old_channel_id: from, new_channel_id: to } = mustRead(renumbered, event)
    await followIdChange(world, from, to)
  })
  for (const [kinds, follow] of [
    [['channel_archive', 'group_archive', 'channel_deleted', 'group_deleted'], followPlaceArchive],
    [['channel_unarchive', 'group_unarchive'], followPlaceUnarchive],
  ] as const) {
    for (const kind of kinds) {
      on(kind, async ({ event }) => {
        const { channel, user, actor_id } = mustRead(moved, event)
        await follow(world, channel, user ?? actor_id ?? null)
      })
    }
  }
}
