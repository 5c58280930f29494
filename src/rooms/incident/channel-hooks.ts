import { channelOf, dropName, incidentOf, markCreated, markNamed, reserveName } from '../channel/index.ts'
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
      // Slack may have changed the name: it is called what Slack calls it.
      const name = standing.ref ?? channel.name
      if (name !== channel.name) await markNamed(tx, channel, name)
      await markCreated(tx, channel.incidentId, standing.channelId, now)
      await recordFacts(world, tx, bot, now, [
        { subject, type: 'channel.created', data: { channel: standing.channelId, name, invitationId } },
      ])
    },
    async refused(tx, subject, error, now) {
      const isBad = /^invalid_name(_|$)/.test(error)
      if (error !== 'name_taken' && !isBad) return false
      const incidentId = incidentOf(subject)
      const incident = incidentId ? await incidentById(tx, incidentId) : undefined
      const channel = incidentId ? await channelOf(tx, incidentId) : undefined
      // The bot cannot help where Slack refuses a plain name too: the card says so.
      if (!incident || !channel || (isBad && channel.nameError)) return false
      await dropName(tx, incident.id)
      const naming = {
        incidentId: incident.id,
        service: incident.service,
        date: incident.declaredAt,
        kind: incident.kind,
        visibility: incident.visibility,
      }
      const before = channel.nameError && channel.wantedName
      const refused = isBad
        ? { name: channel.name, error }
        : before
          ? { name: before, error: channel.nameError ?? '' }
          : null
      const search = { from: isBad ? 1 : channel.suffix + 1, ...(refused ? { refused } : {}) }
      const { name } = await reserveName(tx, naming, world.settings(), search)
      const fact = isBad
        ? { subject, type: 'channel.name_refused' as const, data: { refused: channel.name, reserved: name, error } }
        : { subject, type: 'channel.name_taken' as const, data: { taken: channel.name, reserved: name } }
      await recordFacts(world, tx, bot, now, [fact])
      return true
    },
  }
}
