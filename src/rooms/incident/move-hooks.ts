import {
  channelOf,
  type IncidentChannel,
  incidentOf,
  markFormerArchived,
  markNamed,
  moveInto,
  reserveNextName,
} from '../channel/index.ts'
import { bot, recordFacts, type World } from '../facts/index.ts'
import { leaveChannel, type SlotHooks } from '../projection/index.ts'
import { incidentById } from './store.ts'

/** Whether a private channel is to be made in place of the one that it has. */
const isAwaited = ({ next, isPrivate }: IncidentChannel): boolean => next !== null && !isPrivate

/** Slack has made the private channel into which an incident moves: it is in it from this moment on. Or the name is somebody else's. */
export function moveHooks(world: World): SlotHooks {
  return {
    async standing(tx, subject, { channelId, ref }, now) {
      const channel = await channelOf(tx, incidentOf(subject) ?? '')
      if (!channel?.channelId || !channelId || !isAwaited(channel)) return
      await moveInto(tx, channel.incidentId, channelId, now)
      const moved = await channelOf(tx, channel.incidentId)
      if (moved && ref && ref !== moved.name) await markNamed(tx, moved, ref)
      await leaveChannel(tx, subject, channel.channelId, channelId)
      const data = { from: channel.channelId, name: channel.name, to: channelId }
      await recordFacts(world, tx, bot, now, [{ subject, type: 'channel.moved', data }])
    },
    async refused(tx, subject, error, now) {
      const isBad = /^invalid_name(_|$)/.test(error)
      const incident = await incidentById(tx, incidentOf(subject) ?? '')
      const channel = incident && (await channelOf(tx, incident.id))
      if (!incident || !channel?.next || !channel.channelId || (error !== 'name_taken' && !isBad)) return false
      const naming = {
        incidentId: incident.id,
        service: incident.service,
        date: incident.declaredAt,
        kind: incident.kind,
      }
      const search = { from: channel.next.suffix + 1, isPlain: isBad }
      const name = await reserveNextName(tx, naming, world.settings(), search)
      const data = { taken: channel.next.name, reserved: name }
      await recordFacts(world, tx, bot, now, [{ subject, type: 'channel.name_taken', data }])
      return true
    },
  }
}

/** The channel that was left is archived: the last that the bot does there. */
export function formerArchiveHooks(world: World): SlotHooks {
  return {
    async standing(tx, subject, _standing, now) {
      const channel = await channelOf(tx, incidentOf(subject) ?? '')
      if (!channel?.former || channel.former.archivedAt) return
      await markFormerArchived(tx, channel.incidentId, now)
      const data = { channel: channel.former.channelId }
      await recordFacts(world, tx, bot, now, [{ subject, type: 'channel.former_archived', data }])
    },
  }
}
