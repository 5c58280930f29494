import type { Reader } from '../../../kit/db/index.ts'
import { keyMoments, type Proposal } from './proposals.ts'
import { type Candidate, conversationOf } from './store.ts'

/** More than this is not looked through by anybody. */
export const mostProposals = 8

/** Messages that may belong on the timeline and that nobody has decided about yet, in the order in which they were said. */
export async function proposalsOf(
  reader: Reader,
  incidentId: string,
  most = mostProposals,
): Promise<Proposal<Candidate>[]> {
  return keyMoments(await conversationOf(reader, incidentId), { most, mayBe: ({ isDecided }) => !isDecided })
}
