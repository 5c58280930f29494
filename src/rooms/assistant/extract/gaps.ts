import type { Locale } from '../../../kit/i18n/index.ts'
import type { Material } from '../material.ts'
import type { GapProposals } from '../statement.ts'
import { clipped, sourceOf } from './frame.ts'

/** What a person may take over into each gap of the document: somebody's own words with their link, never stated. */
export function proposeGaps(material: Material, _language: Locale): GapProposals {
  const next = material.lines
    .filter(({ marks }) => marks.includes('action'))
    .map((line) => ({
      words: clipped(line.words, 300),
      sources: [sourceOf(line)] as const,
      standing: 'proposed' as const,
    }))
  return next.length > 0 ? { next } : {}
}
