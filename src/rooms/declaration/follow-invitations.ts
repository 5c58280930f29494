import type { World } from '../facts/index.ts'
import { incidentById } from '../incident/index.ts'
import { raise, subjectsShowing } from '../projection/index.ts'
import { invitationOf, invitationSubject } from './invitation.ts'
import { linkedHere } from './link-here.ts'
import { invitationById } from './store.ts'

/**
 * An incident has moved on: the answers to the mentions that it was declared from or linked to say so. Those that only name it in their
 * list of open incidents are left alone.
 */
export async function followInvitations(world: World, incidentId: string): Promise<void> {
  await world.db.transaction(async (tx) => {
    const incident = await incidentById(tx, incidentId)
    const followed = new Set(incident?.invitationId ? [invitationSubject(incident.invitationId)] : [])
    for (const subject of await subjectsShowing(tx, incidentId)) {
      const invitation = await invitationById(tx, invitationOf(subject) ?? '')
      const linked = invitation ? await linkedHere(tx, invitation) : []
      if (linked.some((each) => each.incidentId === incidentId)) followed.add(subject)
    }
    for (const subject of [...followed].toSorted()) await raise(world.jobs, tx, subject, true)
  })
}
