import type { Tx } from '../../kit/db/index.ts'
import type { NewFact } from '../facts/index.ts'
import { type PostmortemStatus, postmortemOf, setPostmortemStatus } from '../postmortem/index.ts'
import type { PublicationState } from './publication.ts'

const statuses: Partial<Record<PublicationState, PostmortemStatus>> = {
  draft: 'draft',
  review: 'in_review',
  changes: 'in_review',
  approved: 'approved',
  merged: 'published',
  closed: 'draft',
}

/** How far the postmortem has come with it. One that is settled stays so, unless it is published all the same. */
export async function statusFacts(tx: Tx, incidentId: string, state: PublicationState, now: Date): Promise<NewFact[]> {
  const to = statuses[state]
  const { status } = await postmortemOf(tx, incidentId)
  if (!to || to === 'none' || ((status === 'waived' || status === 'published') && to !== 'published')) return []
  return setPostmortemStatus(tx, incidentId, to, now)
}
