import { z } from 'zod'
import type { Doors } from '../../kit/slack/doors.ts'
import type { World } from '../facts/index.ts'
import { refresh } from './jobs.ts'
import { personOf } from './refresh.ts'
import { keepChannels, keepPeople } from './store.ts'

const user = z.object({
  user: z.looseObject({
    id: z.string(),
    name: z.string().optional(),
    real_name: z.string().optional(),
    locale: z.string().optional(),
    deleted: z.boolean().optional(),
    is_bot: z.boolean().optional(),
    is_restricted: z.boolean().optional(),
    is_ultra_restricted: z.boolean().optional(),
    profile: z.looseObject({ email: z.string().optional() }).optional(),
  }),
})
const created = z.object({ channel: z.looseObject({ id: z.string(), name: z.string() }) })

/** Keeps the picture of the workspace true between two readings. */
export function registerDirectory({ on }: Doors, world: World): void {
  for (const kind of ['user_change', 'team_join']) {
    on(kind, async ({ event }) => {
      const person = personOf(user.parse(event).user)
      await world.db.transaction((tx) => keepPeople(tx, [person]))
    })
  }
  for (const kind of ['subteam_created', 'subteam_updated', 'subteam_members_changed']) {
    on(kind, () => world.db.transaction((tx) => world.jobs.enqueue(tx, refresh, { why: kind })))
  }
  on('channel_created', async ({ event }) => {
    const { channel } = created.parse(event)
    const known = { id: channel.id, name: channel.name, isPrivate: false, isArchived: false, isMember: false }
    await world.db.transaction((tx) => keepChannels(tx, [known]))
  })
}
