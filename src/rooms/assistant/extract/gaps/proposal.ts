import type { GapProposal } from '../../statement.ts'
import { type Claim, stands } from '../claim.ts'
import { clipped } from '../frame.ts'
import { joined } from '../quotation.ts'

/** So much of a message is proposed for a section. */
const mostOfProposal = 300

/** A sentence of fewer letters is proposed with those around it. */
const short = 24

/** Somebody's words as a proposal, with the others that they were said with where they are too short alone. */
export function proposal(claim: Claim, also: readonly Claim[] = []): GapProposal {
  const around = claim.norm.length < short ? claim.saying.claims.filter(stands) : [claim]
  const all = [...(around.includes(claim) ? around : [claim]), ...also.filter((each) => each.saying !== claim.saying)]
  const groups = Map.groupBy(all, ({ saying }) => saying)
  return {
    words: clipped([...groups.values()].map(joined).join(' / '), mostOfProposal),
    sources: [
      claim.saying.source,
      ...also.filter(({ saying }) => saying !== claim.saying).map(({ saying }) => saying.source),
    ],
    standing: 'proposed',
    ...(claim.doubt === 'rumour' && !claim.isConfirmed ? { doubt: 'rumour' as const } : {}),
  }
}
