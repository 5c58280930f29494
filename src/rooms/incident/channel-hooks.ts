import { channelOf, dropName, incidentOf, markCreated, reserveName } from '../channel/index.ts'
import { bot, recordFacts, type World } from '../facts/index.ts'
import type { SlotHooks } from '../projection/index.ts'
import { incidentById } from './store.ts'

/** What the incident does when Slack has made its channel, or says that the name is somebody else's. */
export function channelHooks(world: World): SlotHooks {
  return {
    async limited(tx, subject, now) {
      const incident = await incidentById(tx, incidentOf(subject) ?? '')
      if (!incident) return
      const { invitationId } = incident
      await recordFacts(world, tx, bot, now, [{ subject, type: 'channel.delayed', data: { invitationId } }])
    },
    async standing(tx, subject, standing, now) {
      const incidentId = incidentOf(subject)
      const channel = incidentId ? await channelOf(tx, incidentId) : undefined
      if (!channel || !standing.channelId) return
      const invitationId = (await incidentById(tx, channel.incidentId))?.invitationId ?? null
      await markCreated(tx, channel.incidentId, standing.channelId, now)
      await recordFacts(world, tx, bot, now, [
        { subject, type: 'channel.created', data: { channel: standing.channelId, name: channel.name, invitationId } },
      ])
    },
    async refused(tx, subject, error, now) {
      if (error !== 'name_taken') return false
      const incidentId = incidentOf(subject)
      const incident = incidentId ? await incidentById(tx, incidentId) : undefined
      const channel = incidentId ? await channelOf(tx, incidentId) : undefined
      if (!incident || !channel) return false
      await dropName(tx, incident.id)
      const naming = {
        incidentId: incident.id,
        service: incident.service,
        date: incident.declaredAt,
        kind: incident.kind,
        visibility: incident.visibility,
      }
      const { name } = await reserveName(tx, naming, world.settings(), channel.suffix + 1)
      await recordFacts(world, tx, bot, now, [
        { subject, type: 'channel.name_taken', data: { taken: channel.name, reserved: name } },
      ])
      return true
    },
  }
}
