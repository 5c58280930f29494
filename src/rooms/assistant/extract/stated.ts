import type { Locale } from '../../../kit/i18n/index.ts'
import type { Material } from '../material.ts'
import type { Statement } from '../statement.ts'
import { texts } from '../texts.ts'
import { clipped, clockWords } from './frame.ts'
import { withoutSecrets } from './hidden.ts'

const mostOfNote = 200

/** More notes than these are a story of their own, which the timeline tells. */
const mostNotes = 5

/** What was said for outside when it was declared recovered. */
export function recoveryStatement({ incident }: Material, language: Locale): Statement[] {
  const { recoveryNote } = incident
  if (!recoveryNote) return []
  const words = clipped(withoutSecrets(recoveryNote), 300)
  const sources = [{ is: 'field', name: 'recovery_note' }] as const
  return [{ words: texts.in(language)('recovery.note', { words }), sources, standing: 'stated' }]
}

/** What people wrote onto the timeline by hand, the last of it. */
export const noteStatements = (material: Material, language: Locale, isNew: (at: Date) => boolean): Statement[] =>
  material.notes
    .filter(({ moment }) => isNew(moment))
    .slice(-mostNotes)
    .map(({ n, moment, words }) => ({
      words: texts.in(language)('note', {
        when: clockWords(moment, material, language),
        words: clipped(withoutSecrets(words), mostOfNote),
      }),
      sources: [{ is: 'note', n }],
      standing: 'stated',
    }))
