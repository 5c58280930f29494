import { type Levels, severity } from '../../settings/index.ts'
import { readingOf } from '../extract/candidates.ts'
import { proposal } from '../extract/gaps/proposal.ts'
import type { Material } from '../material.ts'
import type { Source } from '../statement.ts'
import { impactLevel } from './impact-level.ts'
import type { Earlier, LevelProposal } from './labels.ts'
import { saidLevel } from './said-level.ts'

/** An earlier incident that reads alike, and the level that it had in the end. */
export type EarlierLevel = Earlier & { level: string | null }

/** The level that stands, and since when; null where none has been set. */
export type LevelNow = { level: string; since: Date } | null

/** By so many steps what is stated of the impact must differ from the level that stands before anybody is told. */
const plainly = 2

/**
 * What level people could decide on. What somebody said in so many words goes first, then what was stated of the impact, held against the
 * company's own descriptions, then what earlier incidents like it had. Where a level stands, only what was said after it was set, and plainly
 * contradicts it, is a reason.
 */
export function proposeLevel(
  material: Material,
  levels: Levels,
  now: LevelNow,
  earlier: readonly EarlierLevel[],
): LevelProposal | null {
  const said = saidLevel(readingOf(material).claims, levels.steps, now?.since ?? null)
  if (said && said.level !== now?.level) {
    const { words, sources } = proposal(said.claim)
    return { level: said.level, ground: { is: 'said', words, sources } }
  }
  // Somebody has said so since, and so it stands.
  if (said) return null
  const stated = statedImpact(material, now?.since ?? null)
  const ofImpact = stated && impactLevel(stated.words, levels.steps)
  const isFar = !now || Math.abs(severity(ofImpact, levels) - severity(now.level, levels)) >= plainly
  if (stated && ofImpact && isFar)
    return { level: ofImpact, ground: { is: 'impact', words: stated.words, sources: [stated.source] } }
  return now ? null : ofEarlier(earlier, levels)
}

/** What was stated of the impact last: in an update, else in its field; only after `after` where that is given. */
function statedImpact(
  { updates, incident }: Material,
  after: Date | null,
): { words: string; source: Source } | undefined {
  const update = updates.findLast(({ impact, at }) => impact !== null && (!after || at > after))
  if (update?.impact) return { words: update.impact, source: { is: 'update', n: update.n } }
  if (after || !incident.impact) return undefined
  return { words: incident.impact, source: { is: 'field', name: 'impact' } }
}

/** The level that most of them had; of as many the worse: who is unsure takes the heavier one. */
function ofEarlier(earlier: readonly EarlierLevel[], levels: Levels): LevelProposal | null {
  const known = earlier.filter(({ level }) => severity(level ?? undefined, levels) > 0)
  const [most] = [...Map.groupBy(known, ({ level }) => level ?? '')].toSorted(
    ([a, some], [b, others]) => others.length - some.length || severity(b, levels) - severity(a, levels),
  )
  if (!most) return null
  const [level, [first, ...rest]] = most
  return first ? { level, ground: { is: 'alike', earlier: [first, ...rest] } } : null
}
