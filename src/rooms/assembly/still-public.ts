import type { Tx } from '../../kit/db/index.ts'
import type { Timer } from '../../kit/timers/index.ts'
import { channelOf, incidentOf } from '../channel/index.ts'
import { clockwork, recordFacts, type World } from '../facts/index.ts'
import { hold } from '../incident/index.ts'
import { roleHolders } from '../roles/index.ts'

/** The timer's name in the table of timers: stored, so never renamed. */
export const stillPublicTimer = 'assembly.still-public'

/** It has been private for a while and nobody has converted its channel: who leads is reminded, and offered the other way. */
export async function remindOfConverting(world: World, tx: Tx, { subject }: Timer, now: Date): Promise<void> {
  const incidentId = incidentOf(subject)
  if (!incidentId) return
  const incident = await hold(tx, incidentId)
  const channel = await channelOf(tx, incidentId)
  const isOpenToAll = incident.visibility === 'private' && channel?.channelId && !channel.isPrivate
  if (!isOpenToAll || channel.next || channel.archivedAt || channel.leftAt) return
  const holders = await roleHolders(tx, incidentId)
  const user = holders.find(({ role }) => role === 'handler')?.userId ?? incident.declaredBy
  await recordFacts(world, tx, clockwork, now, [{ subject, type: 'channel.still_public', data: { user } }])
}
