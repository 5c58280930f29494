import { z } from 'zod'
import { mustRead } from '../../kit/lenient.ts'
import type { Doors } from '../../kit/slack/doors.ts'
import type { World } from '../facts/index.ts'
import { followDeactivation, followLeft } from './follow-leaving.ts'

const left = z.object({ channel: z.string(), user: z.string() })
const changed = z.object({ user: z.object({ id: z.string(), deleted: z.boolean().optional() }) })

/** Whoever goes holds no role any more. Who is deactivated leaves without a word from the channels. */
export function registerRoles({ on }: Doors, world: World): void {
  on('member_left_channel', async ({ event }) => {
    const { channel, user } = mustRead(left, event)
    await followLeft(world, channel, user)
  })
  on('user_change', async ({ event }) => {
    const { user } = mustRead(changed, event)
    if (user.deleted) await followDeactivation(world, user.id)
  })
}
