import { z } from 'zod'
import { mustRead } from '../../kit/lenient.ts'
import type { Doors } from '../../kit/slack/doors.ts'
import type { World } from '../facts/index.ts'
import { welcome } from './welcome.ts'

const joined = z.object({ channel: z.string(), user: z.string(), inviter: z.string().optional() })

/** Whoever comes late is caught up. */
export function registerCrew({ on }: Doors, world: World): void {
  on('member_joined_channel', async ({ event, keptOut }) => {
    if (keptOut) return
    const { channel, user, inviter } = mustRead(joined, event)
    await welcome(world, channel, user, inviter)
  })
}
