import { incidentSubject } from '../channel/index.ts'
import { type Change, Refusal } from '../facts/index.ts'
import { type Deed, doerOf, isOpen } from '../incident/index.ts'
import type { RoleKey } from '../settings/index.ts'
import type { HandOver } from './hand-over.ts'
import { dropOffer } from './lead.ts'
import { addHandOver, openHandOver, roleHolders } from './store.ts'

/** Asks somebody to take a role, which they must accept. A newer offer of the same role takes the place of an open one. */
export async function askForRole(
  { world, tx, now, caller, incident }: Deed,
  { role, to, briefing }: { role: RoleKey; to: string; briefing: string },
): Promise<Change<undefined>> {
  if (!isOpen(incident)) throw new Refusal('move-illegal', { from: incident.status, to: 'responding' })
  const holders = await roleHolders(tx, incident.id)
  const lead = holders.find((each) => each.role === 'handler')?.userId ?? null
  if (role === 'handler' && lead === to) throw new Refusal('hand-over-same', {}, 'to')
  if (role === 'deputy' && lead === to) throw new Refusal('role-beside-lead', {}, 'to')
  if (holders.some((each) => each.role === role && each.userId === to))
    throw new Refusal('role-held-by', { user: to }, 'to')
  const overtaken = await openHandOver(tx, incident.id, role)
  const replaced = overtaken ? [await dropOffer(tx, incident.id, overtaken, 'replaced', now)] : []
  const from = role === 'handler' ? lead : null
  const offer: HandOver = { id: world.ids.next('hov'), role, from, to, proposedBy: doerOf(caller), briefing }
  await addHandOver(tx, incident.id, offer, now)
  return {
    facts: [
      {
        subject: incidentSubject(incident.id),
        type: 'roles.hand_over_proposed',
        data: { handOver: offer.id, role, from, to, briefing },
      },
      ...replaced,
    ],
    result: undefined,
  }
}
