import type { Reader } from '../../kit/db/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { factsAbout } from '../facts/index.ts'
import { countUnsent } from './store.ts'
import type { Use } from './use.ts'

/** How often what was proposed was used, and how; `unsent`: it stands in a form that nobody has sent. */
export type Acceptance = Record<Use, number> & { unsent: number }

/** Counts over one incident. The caller has asked whether it may be read. */
export async function acceptanceOf(reader: Reader, incidentId: string): Promise<Acceptance> {
  const [settled, unsent] = await Promise.all([
    factsAbout(reader, incidentSubject(incidentId), ['assistant.draft_settled']),
    countUnsent(reader, incidentId),
  ])
  const count = (use: Use) => settled.filter(({ data }) => data.use === use).length
  return { 'as-is': count('as-is'), edited: count('edited'), dropped: count('dropped'), unsent }
}
