import type { Locale } from '../../../kit/i18n/index.ts'
import type { Material } from '../material.ts'
import type { Statement, Summary } from '../statement.ts'
import { texts } from '../texts.ts'
import { executiveLine } from './executive.ts'
import { clipped, clockWords, quotation, updateStatements } from './frame.ts'

/** The longest summary that is still read, in sentences. */
const mostOfWhole = 20

/** So much of a message is quoted: the link leads to the rest. */
const mostOfQuote = 200

/**
 * What is known, in three lengths, from fields, updates and people's own words. Nothing in it is the bot's own conclusion: each sentence
 * comes from somewhere and says where.
 */
export function summarise(material: Material, language: Locale): Summary {
  const line = executiveLine(material, language)
  const updates = material.updates.toReversed().flatMap((update) => updateStatements(update, material, language))
  const marked = material.lines
    .filter(({ marks }) => marks.includes('timeline'))
    .map((each) => quotation(each, clipped(each.words, mostOfQuote), material, language))
  const all = [line, ...recoveryNote(material, language), ...updates, ...marked, ...notes(material, language)]
  return { line, three: all.slice(0, 3), whole: all.slice(0, mostOfWhole) }
}

function recoveryNote({ incident }: Material, language: Locale): Statement[] {
  const { recoveryNote: words } = incident
  if (!words) return []
  const sources = [{ is: 'field', name: 'recovery_note' }] as const
  return [{ words: texts.in(language)('recovery.note', { words }), sources, standing: 'stated' }]
}

const notes = (material: Material, language: Locale): Statement[] =>
  material.notes.map(({ n, moment, words }) => ({
    words: texts.in(language)('note', { when: clockWords(moment, material), words: clipped(words, mostOfQuote) }),
    sources: [{ is: 'note', n }],
    standing: 'stated',
  }))

/**
 * What somebody missed since `since`; null: all of it. The first three lines stand for themselves; 20 at most.
 */
export function catchUp(material: Material, language: Locale, since: Date | null): Statement[] {
  const isNew = (at: Date) => since === null || at > since
  const { line, whole } = summarise(
    {
      ...material,
      updates: material.updates.filter(({ at }) => isNew(at)),
      lines: material.lines.filter(({ saidAt }) => isNew(saidAt)),
    },
    language,
  )
  return [line, ...whole.slice(1)]
}
