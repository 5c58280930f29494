import type { Level } from '../../settings/index.ts'
import { type Claim, isSaid, stands } from '../extract/claim.ts'
import { normal } from '../extract/sentences.ts'

const bare = (words: string): string => normal(words).replace(/\s+/gu, '')

/** A label without what stands in brackets behind it, as people say it: `レベル4（大）` is `レベル4`. */
const spoken = (label: string): string => bare(label.split(/[（(]/u)[0] ?? label)

/** Beside one of these a name that is a common word, such as 重大, means a level. */
const ofLevels = /レベル|重大度|深刻度|重要度|\b(?:level|severity|sev|priority)\b/u

/** What says that it is not that level, or asks. */
const otherwise =
  /ではな|じゃな|でもな|ほどではな|まではいか|\b(?:not|isn't|no longer)\b|\?|？|\d *(?:か|or|[-~〜/]) *\d|(?:です|ます|でしょう)か/u

/** Names of levels that stand by themselves: they hold a number and a letter. */
const isUnlike = (name: string): boolean => /\d/u.test(name) && /\p{L}/u.test(name)

/** The levels that a sentence names, by their keys. */
function levelsIn({ norm }: Pick<Claim, 'norm'>, steps: readonly Level[]): string[] {
  const said = bare(norm)
  return steps.flatMap(({ key, label }) => {
    const names = [...new Set([bare(key), spoken(label.ja), spoken(label.en)])].filter((name) => [...name].length > 1)
    const isNamed = names.some((name) => {
      const at = said.indexOf(name)
      // `level1` is not in `level12`.
      if (at < 0 || /^\d/u.test(said.slice(at + name.length))) return false
      return isUnlike(name) || ofLevels.test(norm)
    })
    return isNamed ? [key] : []
  })
}

/**
 * The level that somebody said last, in so many words, and has not taken back; undefined where nobody has. A sentence that asks, denies,
 * guesses or names several says none. `after`: only what was said later counts.
 */
export function saidLevel(
  claims: readonly Claim[],
  steps: readonly Level[],
  after: Date | null,
): { level: string; claim: Claim } | undefined {
  const found = claims.flatMap((claim) => {
    const { saying, norm } = claim
    if (
      saying.byApp ||
      saying.field === 'summary' ||
      !isSaid(claim) ||
      !(stands(claim) || claim.isLone) ||
      otherwise.test(norm)
    )
      return []
    if (after && saying.at <= after) return []
    const [level, ...others] = levelsIn(claim, steps)
    return level !== undefined && others.length === 0 ? [{ level, claim }] : []
  })
  return found.at(-1)
}
