import type { Locale } from '../../../kit/i18n/index.ts'
import type { Material } from '../material.ts'
import type { ActionProposal, UpdateDraft } from '../statement.ts'
import { clipped, sourceOf } from './frame.ts'

/** What the next update could say, each field by itself, from what was said since the last one. For a form only. */
export function draftUpdate(_material: Material, _language: Locale): UpdateDraft {
  return { condition: null, action: null, need: null, impact: null }
}

/** Action items that somebody's words ask for and that stand on no list yet. */
export function proposeActions(material: Material): ActionProposal[] {
  return material.lines
    .filter(({ marks }) => marks.includes('action'))
    .map((line) => ({ words: clipped(line.words, 300), sources: [sourceOf(line)], standing: 'proposed', owner: null }))
}
