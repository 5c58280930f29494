import { later } from '../../kit/clock.ts'
import type { Reader } from '../../kit/db/index.ts'
import type { Looker } from '../access/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { factsAbout } from '../facts/index.ts'
import { countUnsent, settledSince } from './store.ts'
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

/** What is counted over all incidents is as old as this at most, in milliseconds: the assistant of last year was another one. */
const countedMs = 90 * 24 * 3_600_000

/** How often drafts of one kind were used in the last 90 days, and how. */
export type AcceptedOfKind = Record<Use, number> & { purpose: string }

/** Counts by kind over all incidents that the looker may know of. */
export async function acceptedLately(reader: Reader, looker: Looker, now: Date): Promise<AcceptedOfKind[]> {
  const rows = await settledSince(reader, looker, later(now, -countedMs))
  return [...Map.groupBy(rows, ({ purpose }) => purpose)].map(([purpose, each]) => {
    const count = (use: Use) => each.find((row) => row.use === use)?.count ?? 0
    return { purpose, 'as-is': count('as-is'), edited: count('edited'), dropped: count('dropped') }
  })
}
