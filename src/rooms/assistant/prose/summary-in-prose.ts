import type { Locale } from '../../../kit/i18n/index.ts'
import type { Checked } from '../../models/index.ts'
import type { Material } from '../material.ts'
import type { Source, Statement, Summary } from '../statement.ts'
import { texts } from '../texts.ts'
import { sourceOf } from './evidence-of.ts'

/** A summary has no more sentences. */
const mostSentences = 20

/** What a model said, as statements. What is assumed says so, wherever it is shown. */
export function statementsOf(checked: readonly Checked[], material: Material, language: Locale): Statement[] {
  const t = texts.in(language)
  return checked.flatMap((each): Statement[] => {
    const [first, ...rest] = each.sources.flatMap((key): Source[] => {
      const source = sourceOf(key, material)
      return source ? [source] : []
    })
    if (!first) return []
    const words = each.standing === 'fact' ? each.words : t('assumed', { words: each.words })
    return [{ words, sources: [first, ...rest], standing: 'stated' }]
  })
}

/**
 * A summary in a model's words. Its one line stays what the fields say, which nobody can get wrong: status, impact, since when, who leads.
 * Undefined where nothing is left of what the model said.
 */
export function summaryInProse(
  checked: readonly Checked[],
  quoted: Summary,
  material: Material,
  language: Locale,
): Summary | undefined {
  const of = (parts: readonly Checked['part'][]) =>
    statementsOf(
      checked.filter(({ part }) => parts.includes(part)),
      material,
      language,
    )
  const [three, whole] = [of(['three']), of(['three', 'whole'])]
  if (whole.length === 0) return undefined
  return {
    line: quoted.line,
    three: [quoted.line, ...(three.length > 0 ? three : whole)].slice(0, 3),
    whole: [quoted.line, ...whole].slice(0, mostSentences),
  }
}
