import { type Levels, type OwedDocument, severity } from './sections/level.ts'
import type { IncidentKind } from './values/incident-words.ts'

/** What is owed after 復旧. */
export type Owed = { document: OwedDocument; review: boolean }

type Rules = { levels: Levels; postmortem: { owed: OwedDocument; drills: OwedDocument } }

/**
 * What an incident of this level (or of none yet) owes. Unless a level says otherwise, the milder half of the levels owes no
 * more than five questions, and the two worst a review meeting besides.
 */
export function owedOf(rules: Rules, incident: { level: string | null; kind: IncidentKind }): Owed {
  const { levels, postmortem } = rules
  if (incident.kind !== 'real') return { document: postmortem.drills, review: false }
  const severe = severity(incident.level ?? undefined, levels)
  const step = levels.steps.find(({ key }) => key === incident.level)
  const isMild = severe > 0 && severe <= Math.floor(levels.steps.length / 2)
  const usual = isMild && postmortem.owed === 'full' ? 'mini' : postmortem.owed
  const document = step?.postmortem ?? usual
  return { document, review: step?.review ?? (document === 'full' && severe > levels.steps.length - 2) }
}
