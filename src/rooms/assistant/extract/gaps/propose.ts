import type { Material } from '../../material.ts'
import { type GapProposal, type GapProposals, proposedGaps } from '../../statement.ts'
import { cause, detection, resolution, trigger } from './events.ts'
import { affected, lesson, next } from './lessons.ts'
import { detectedAt, occurredAt } from './moments.ts'
import { proposal } from './proposal.ts'

/** Of what is to be done there may be several. */
const mostNext = 3

/**
 * What a person may take over into each gap of the document: somebody's own words with their link, never stated. Where nobody said
 * anything of it there is none.
 */
export function proposeGaps(material: Material): GapProposals {
  const one = (found: GapProposal | undefined) => (found ? [found] : [])
  const all: Required<GapProposals> = {
    occurred_at: one(occurredAt(material)),
    detected_at: one(detectedAt(material)),
    affected: one(affected(material)),
    cause: one(cause(material)),
    trigger: one(trigger(material)),
    detection: one(detection(material)),
    resolution: one(resolution(material)),
    well: one(lesson(material, 'well')),
    wrong: one(lesson(material, 'wrong')),
    lucky: one(lesson(material, 'lucky')),
    next: next(material)
      .slice(0, mostNext)
      .map((claim) => proposal(claim)),
  }
  return Object.fromEntries(proposedGaps.flatMap((gap) => (all[gap].length > 0 ? [[gap, all[gap]]] : [])))
}
