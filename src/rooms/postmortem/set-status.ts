import type { Tx } from '../../kit/db/index.ts'
import { incidentSubject } from '../channel/index.ts'
import type { NewFact } from '../facts/index.ts'
import type { PostmortemStatus } from './postmortem.ts'
import { keepPostmortem, postmortemOf } from './store.ts'

/**
 * Notes how far the document has come, inside the verb of whoever learned of it; the caller holds the incident and records
 * the facts that come back, of which there are none when it stands so already.
 */
export async function setPostmortemStatus(
  tx: Tx,
  incidentId: string,
  to: Exclude<PostmortemStatus, 'none'>,
  now: Date,
  { reason = null, byHand }: { reason?: string | null; byHand?: { link: string | null } } = {},
): Promise<NewFact[]> {
  const { status: from } = await postmortemOf(tx, incidentId)
  if (from === to) return []
  await keepPostmortem(tx, incidentId, { status: to, ...(byHand ? { byHand } : {}) }, now)
  return [{ subject: incidentSubject(incidentId), type: 'postmortem.status_set', data: { from, to, reason } }]
}
