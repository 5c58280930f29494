import type { Locale } from '../../../kit/i18n/index.ts'
import type { Material, StatedUpdate } from '../material.ts'
import type { Statement } from '../statement.ts'
import { texts } from '../texts.ts'
import { readingOf } from './candidates.ts'
import { type Claim, isSaid, stands } from './claim.ts'
import { clipped, clockWords } from './frame.ts'
import { joined } from './quotation.ts'

const fields = ['impact', 'condition', 'action', 'need'] as const

/** So much of each field: the update itself is one click away. */
const mostOfField = 160

/** `影響は確認されていません`, `no customer impact`. */
const isNone =
  /(?:影響|被害|漏えい|漏洩|流出).{0,12}(?:ありません|なし|ない|おりません|いません)|\bno (?:known |customer |user )*impact\b|\bnot (?:affected|impacted)\b/iu

/** An update as one sentence, without what later words have put right; what it only supposes stands in a sentence of its own. */
export function updateStatements(update: StatedUpdate, material: Material, language: Locale): Statement[] {
  const certain = sentence(update, material, language, stands)
  // Once somebody has found the cause, what was supposed before helps nobody.
  const isFound = readingOf(material).candidates.some(({ doubt, cues }) => doubt === undefined && cues.has('culprit'))
  const guess = (claim: Claim) => !isFound && isSaid(claim) && claim.doubt === 'rumour' && !claim.isConfirmed
  const guessed = sentence(update, material, language, guess)
  return [
    ...certain,
    ...guessed.map(
      (each): Statement => ({ ...each, words: each.words + texts.in(language)('unconfirmed'), doubt: 'rumour' }),
    ),
  ]
}

function sentence(
  update: StatedUpdate,
  material: Material,
  language: Locale,
  takes: (claim: Claim) => boolean,
): Statement[] {
  const t = texts.in(language)
  const sayings = readingOf(material).sayings.filter((saying) => saying.update === update)
  const parts = fields.flatMap((field) => {
    // The first line says the impact as it stands: once is enough.
    if (field === 'impact' && update.impact?.trim() === material.incident.impact?.trim()) return []
    // What customers feel is a state: a word that there was nothing is outdone by the next one.
    if (
      field === 'impact' &&
      isNone.test(update.impact ?? '') &&
      material.updates.some((each) => each.n > update.n && each.impact)
    )
      return []
    const saying = sayings.find((each) => each.field === field)
    const claims = saying?.claims.filter(takes) ?? []
    return claims.length > 0 ? [t(`update.${field}`, { words: clipped(joined(claims), mostOfField) })] : []
  })
  if (parts.length === 0) return []
  const words = `${t('update', { when: clockWords(update.at, material, language) })}${parts.join(t('line.between'))}`
  return [{ words, sources: [{ is: 'update', n: update.n }], standing: 'stated' }]
}
