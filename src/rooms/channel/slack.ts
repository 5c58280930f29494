import { z } from 'zod'
import type { Doors } from '../../kit/slack/doors.ts'
import type { World } from '../facts/index.ts'
import { followArchive, followRename, followUnarchive } from './follow.ts'

const moved = z.object({ channel: z.string(), user: z.string().optional() })
const renamed = z.object({ channel: z.object({ id: z.string(), name: z.string() }) })

/** What people do to the channel by hand is followed, not fought. Private channels have events of their own names. */
export function registerChannel({ on }: Doors, world: World): void {
  for (const kind of ['channel_archive', 'group_archive']) {
    on(kind, async ({ event }) => {
      const { channel, user } = moved.parse(event)
      await followArchive(world, channel, user ?? null)
    })
  }
  for (const kind of ['channel_unarchive', 'group_unarchive']) {
    on(kind, async ({ event }) => {
      const { channel, user } = moved.parse(event)
      await followUnarchive(world, channel, user ?? null)
    })
  }
  for (const kind of ['channel_rename', 'group_rename']) {
    on(kind, async ({ event }) => {
      const { channel } = renamed.parse(event)
      await followRename(world, channel.id, channel.name)
    })
  }
}
