import { z } from 'zod'
import { mustRead } from '../../kit/lenient.ts'
import type { Doors } from '../../kit/slack/doors.ts'
import type { World } from '../facts/index.ts'
import {
  followArchive,
  followBotLeft,
  followBotReturned,
  followConversion,
  followRename,
  followUnarchive,
} from './follow.ts'
import { incidentChannelById } from './store.ts'

const moved = z.object({ channel: z.string(), user: z.string().optional() })
/** Somebody took the bot out of a channel, or deleted it. */
const left = z.object({ channel: z.string(), actor_id: z.string().optional() })
const joined = z.object({ channel: z.string(), user: z.string(), inviter: z.string().optional() })
const said = z.object({ channel: z.string(), user: z.string().optional(), subtype: z.string().optional() })
const conversions = { channel_convert_to_private: 'private', channel_convert_to_public: 'public' } as const
const renamed = z.object({ channel: z.object({ id: z.string(), name: z.string() }) })

/** What people do to the channel by hand is followed, not fought. Private channels have events of their own names. */
export function registerChannel({ on, slack }: Doors, world: World): void {
  /** Who we are in Slack, asked once. */
  let own: string | undefined
  const isOurselves = async (user: string) => {
    if (own === undefined) {
      const asked = await slack.call('auth.test', {}, { lane: 'person' })
      if (asked.is !== 'done') throw new Error(`auth.test: ${JSON.stringify(asked)}`)
      own = asked.value.user_id
    }
    return own === user
  }

  for (const kind of ['channel_archive', 'group_archive']) {
    on(kind, async ({ event }) => {
      const { channel, user } = mustRead(moved, event)
      // The slot announces the bot's own archiving, because it knows the reason; the event may arrive before the call's answer.
      if (user && (await incidentChannelById(world.db.read, channel)) && (await isOurselves(user))) return
      await followArchive(world, channel, user ?? null)
    })
  }
  for (const kind of ['channel_deleted', 'group_deleted']) {
    on(kind, async ({ event }) => {
      const { channel, actor_id } = mustRead(left, event)
      await followArchive(world, channel, actor_id ?? null, 'deleted')
    })
  }
  for (const kind of ['channel_unarchive', 'group_unarchive']) {
    on(kind, async ({ event }) => {
      const { channel, user } = mustRead(moved, event)
      await followUnarchive(world, channel, user ?? null)
    })
  }
  for (const kind of ['channel_rename', 'group_rename']) {
    on(kind, async ({ event }) => {
      const { channel } = mustRead(renamed, event)
      await followRename(world, channel.id, channel.name)
    })
  }
  for (const kind of ['channel_left', 'group_left']) {
    on(kind, async ({ event }) => {
      const { channel, actor_id } = mustRead(left, event)
      await followBotLeft(world, channel, actor_id ?? null)
    })
  }
  on('member_joined_channel', async ({ event, bot }) => {
    const { channel, user, inviter } = mustRead(joined, event)
    if (bot !== undefined && bot !== user) return
    const known = await incidentChannelById(world.db.read, channel)
    if (!known || !(known.leftAt || known.archivedAt)) return
    if (await isOurselves(user)) await followBotReturned(world, channel, inviter ?? null)
  })
  on('message', async ({ event }) => {
    const { channel, user, subtype } = mustRead(said, event)
    // Any other subtype finds nothing.
    const to = conversions[subtype as keyof typeof conversions]
    if (to) await followConversion(world, channel, to, user ?? null)
  })
}
