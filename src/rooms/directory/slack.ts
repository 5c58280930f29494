import { z } from 'zod'
import type { Tx } from '../../kit/db/index.ts'
import { mustRead } from '../../kit/lenient.ts'
import type { Doors } from '../../kit/slack/doors.ts'
import { user, usergroup } from '../../kit/slack/index.ts'
import type { World } from '../facts/index.ts'
import type { WorkspaceChannel } from './directory.ts'
import { joinSpokenInJob } from './jobs.ts'
import { changeGroup, dropGroup, keepChannels, keepGroups, keepPeople } from './kept/store.ts'
import { enqueueReading, gatherMs } from './read.ts'
import { held } from './readings/store.ts'
import { speaksIn } from './spoken-in.ts'
import { channelsByAnyName } from './store.ts'
import { channelOf, groupOf, nameOf, ownTeam, personOf } from './team.ts'

const changed = z.looseObject({ user })
const named = z.looseObject({ channel: z.looseObject({ id: z.string(), name: z.string() }) })
const moved = z.looseObject({ channel: z.string() })
const renumbered = z.looseObject({ new_channel_id: z.string() })
const joined = z.looseObject({ channel: z.string(), user: z.string() })
const said = z.looseObject({ channel: z.string(), subtype: z.string().optional() })
const group = z.looseObject({ subteam: usergroup })
const members = z.looseObject({
  subteam_id: z.string(),
  added_users: z.array(z.string()).default([]),
  removed_users: z.array(z.string()).default([]),
  // A number in what was recorded, a text in the documentation.
  added_users_count: z.coerce.number().optional(),
  removed_users_count: z.coerce.number().optional(),
})

/** Keeps the picture of the workspace true between two readings. */
export function registerDirectory({ on, slack }: Doors, world: World): void {
  for (const kind of ['user_change', 'team_join']) {
    on(kind, async ({ event }) => {
      const person = personOf(mustRead(changed, event).user, await ownTeam(slack))
      await world.db.transaction((tx) => keepPeople(tx, [person]))
    })
  }

  for (const kind of ['subteam_created', 'subteam_updated']) {
    on(kind, async ({ event }) => {
      const { subteam } = mustRead(group, event)
      await followGroups(async (tx) => {
        if (subteam.date_delete) await dropGroup(tx, subteam.id)
        else if (subteam.users) await keepGroups(tx, [groupOf(subteam)])
        // It may say who is in a group, or only that there is one.
        return Boolean(subteam.date_delete || subteam.users)
      })
    })
  }
  on('subteam_members_changed', async ({ event }) => {
    const { subteam_id: id, added_users: came, removed_users: went, ...counts } = mustRead(members, event)
    const isWhole = (counts.added_users_count ?? 0) <= came.length && (counts.removed_users_count ?? 0) <= went.length
    await followGroups(async (tx) => isWhole && (await changeGroup(tx, id, came, went)))
  })

  /** What an event says is kept; where it does not say enough, or a list is being read, groups are read once for all of a burst. */
  async function followGroups(keep: (tx: Tx) => Promise<boolean>): Promise<void> {
    await world.db.transaction(async (tx) => {
      const { isReading } = await held(tx, 'groups')
      if (!(await keep(tx)) || isReading) await enqueueReading(world, tx, 'groups', gatherMs)
    })
  }

  on('channel_created', async ({ event }) => {
    const { channel } = mustRead(named, event)
    await keep(channelOf(channel))
  })
  for (const kind of ['channel_rename', 'group_rename']) {
    on(kind, async ({ event }) => {
      const { channel } = mustRead(named, event)
      await followChannel(channel.id, { name: nameOf(channel.name) })
    })
  }
  for (const kind of ['channel_archive', 'group_archive', 'channel_deleted', 'group_deleted']) {
    on(kind, ({ event }) => followChannel(mustRead(moved, event).channel, { isArchived: true, isMember: false }))
  }
  for (const kind of ['channel_unarchive', 'group_unarchive']) {
    on(kind, ({ event }) => followChannel(mustRead(moved, event).channel, { isArchived: false }))
  }
  for (const kind of ['channel_left', 'group_left']) {
    const isPrivate = kind === 'group_left' ? { isPrivate: true } : {}
    on(kind, ({ event }) => followChannel(mustRead(moved, event).channel, { isMember: false, ...isPrivate }))
  }
  // It does not say with whom it is shared still.
  for (const kind of ['channel_shared', 'channel_unshared']) {
    on(kind, ({ event }) => lookAt(mustRead(moved, event).channel))
  }
  on('channel_id_changed', ({ event }) => lookAt(mustRead(renumbered, event).new_channel_id))
  // The bot was added to a channel that no other event announced: a private one, or one that was unarchived.
  on('member_joined_channel', async ({ event, bot }) => {
    const { channel, user } = mustRead(joined, event)
    if (bot !== undefined && user === bot) await lookAt(channel)
  })
  on('message', async ({ event }) => {
    const { channel, subtype } = mustRead(said, event)
    if (subtype === 'channel_convert_to_private' || subtype === 'channel_convert_to_public')
      await followChannel(channel, { isPrivate: subtype === 'channel_convert_to_private' })
  })

  /** Asks Slack what a channel is now. */
  async function lookAt(id: string): Promise<void> {
    const asked = await slack.call('conversations.info', { channel: id }, { lane: 'person' })
    if (asked.is === 'done') await keep(channelOf(asked.value.channel))
  }

  /** Where the settings speak in it under the name that it has now, the bot goes into it, unless somebody has just taken it out. */
  async function keep(channel: WorkspaceChannel, isTakenOut = false): Promise<void> {
    await world.db.transaction(async (tx) => {
      await keepChannels(tx, [channel])
      const isSpokenIn = [channel.id, channel.name, ...(channel.formerIds ?? [])].some(speaksIn(world.settings()))
      if (isSpokenIn && !channel.isMember && !channel.isArchived && !isTakenOut)
        await world.jobs.enqueue(tx, joinSpokenInJob, {})
    })
  }

  async function followChannel(id: string, change: Partial<WorkspaceChannel>): Promise<void> {
    const [known] = await channelsByAnyName(world.db.read, [id])
    if (known) await keep({ ...known, ...change }, change.isMember === false)
    else await lookAt(id)
  }
}
