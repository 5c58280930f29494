import { type Actor, bot, commit, type NewFact, person, recordFacts, unchanged, type World } from '../facts/index.ts'
import type { SlotHooks } from '../projection/index.ts'
import { incidentOf, incidentSubject } from './channel.ts'
import {
  channelOf,
  incidentChannelById,
  markArchived,
  markConverted,
  markLeft,
  markRenamed,
  markReturned,
  markUnarchived,
} from './store.ts'

const actorOf = (user: string | null): Actor => (user ? person(user) : bot)

/** A person archived or deleted the channel: followed, and announced. Nothing happens for other channels, or the second time. */
export async function followArchive(
  world: World,
  channelId: string,
  by: string | null,
  because?: 'deleted',
): Promise<void> {
  await commit(world, actorOf(by), async (tx, now) => {
    const channel = await incidentChannelById(tx, channelId)
    if (!channel || !(await markArchived(tx, channelId, by, now))) return unchanged(undefined)
    const subject = incidentSubject(channel.incidentId)
    const data = because ? { by, because } : { by }
    return { facts: [{ subject, type: 'channel.archived', data }], result: undefined }
  })
}

/** A person opened the channel again. */
export async function followUnarchive(world: World, channelId: string, by: string | null): Promise<void> {
  await commit(world, actorOf(by), async (tx) => {
    const channel = await incidentChannelById(tx, channelId)
    if (!channel || !(await markUnarchived(tx, channelId))) return unchanged(undefined)
    const subject = incidentSubject(channel.incidentId)
    return { facts: [{ subject, type: 'channel.unarchived', data: { by } }], result: undefined }
  })
}

/** A person renamed the channel: the name is theirs from then on. */
export async function followRename(world: World, channelId: string, name: string): Promise<void> {
  await commit(world, bot, async (tx) => {
    const channel = await incidentChannelById(tx, channelId)
    if (!channel || !(await markRenamed(tx, channelId, name))) return unchanged(undefined)
    const subject = incidentSubject(channel.incidentId)
    return { facts: [{ subject, type: 'channel.renamed', data: { from: channel.name, to: name } }], result: undefined }
  })
}

/** The bot archived the channel: what is a person's doing comes as an event, our own does not. */
export function archiveHooks(world: World): SlotHooks {
  return {
    async standing(tx, subject, _standing, now) {
      const channel = await channelOf(tx, incidentOf(subject) ?? '')
      if (!channel?.channelId || !(await markArchived(tx, channel.channelId, null, now))) return
      await recordFacts(world, tx, bot, now, [
        { subject, type: 'channel.archived', data: { by: null, because: 'due' } },
      ])
    },
  }
}

/** Somebody took the bot out of the channel. Archiving removes it too, but has an event of its own. */
export async function followBotLeft(world: World, channelId: string, by: string | null): Promise<void> {
  await commit(world, actorOf(by), async (tx, now) => {
    const channel = await incidentChannelById(tx, channelId)
    if (!channel || channel.archivedAt || !(await markLeft(tx, channelId, by, now))) return unchanged(undefined)
    const subject = incidentSubject(channel.incidentId)
    return { facts: [{ subject, type: 'channel.bot_left', data: { by } }], result: undefined }
  })
}

/** The bot is in the channel again: nobody can bring it into an archived one, so that is over as well. */
export async function followBotReturned(world: World, channelId: string, by: string | null): Promise<void> {
  await commit(world, actorOf(by), async (tx) => {
    const channel = await incidentChannelById(tx, channelId)
    if (!channel) return unchanged(undefined)
    const subject = incidentSubject(channel.incidentId)
    const returned = await markReturned(tx, channelId)
    const unarchived = await markUnarchived(tx, channelId)
    const [first, ...rest]: NewFact[] = [
      ...(unarchived ? [{ subject, type: 'channel.unarchived' as const, data: { by } }] : []),
      ...(returned ? [{ subject, type: 'channel.bot_returned' as const, data: { channel: channelId } }] : []),
    ]
    return first ? { facts: [first, ...rest], result: undefined } : unchanged(undefined)
  })
}

/** People made the channel private, or public. Who may know of the incident is another matter, and theirs to say. */
export async function followConversion(
  world: World,
  channelId: string,
  to: 'public' | 'private',
  by: string | null,
): Promise<void> {
  await commit(world, actorOf(by), async (tx) => {
    const channel = await incidentChannelById(tx, channelId)
    if (!channel || !(await markConverted(tx, channelId, to === 'private'))) return unchanged(undefined)
    const subject = incidentSubject(channel.incidentId)
    return { facts: [{ subject, type: 'channel.converted', data: { to, by } }], result: undefined }
  })
}
