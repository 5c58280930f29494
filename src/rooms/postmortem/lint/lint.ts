import type { ActionItem } from '../../actions/index.ts'
import type { GapKey, SectionKey } from '../postmortem.ts'
import { namedIn } from './named.ts'
import { blame, hindsight, humanError, vague } from './patterns.ts'

/** What a postmortem can be advised about. The names stand in pull requests: add, never rename. */
export const rules = [
  'name-in-cause',
  'human-error',
  'should-have',
  'blame',
  'vague-action',
  'action-without-owner',
  'action-without-date',
  'no-detection',
  'empty-section',
] as const
export type Rule = (typeof rules)[number]

/** One piece of advice. `quote` is the place in the words, where there is one; nothing is ever held up by it. */
export type Finding = { rule: Rule; section: SectionKey | GapKey | 'timeline'; quote: string | null }

/** All that the linter looks at. `names` are those of the people who took part, as Slack shows them. */
export type Linted = {
  sections: ReadonlyMap<SectionKey, string>
  names: readonly string[]
  actions: readonly Pick<ActionItem, 'n' | 'title' | 'owner' | 'dueOn' | 'state'>[]
  isDetectionKnown: boolean
  gaps: readonly GapKey[]
}

/** Where the reason is looked for: there a name stands for a person who is at fault. */
const reasons: readonly SectionKey[] = ['cause', 'trigger']

/** What reads like blame, hindsight or a wish, what is missing, and what will be forgotten; in the document's order. */
export function lint({ sections, names, actions, isDetectionKnown, gaps }: Linted): Finding[] {
  const found: Finding[] = []
  const look = (rule: Rule, section: SectionKey, quotes: readonly string[]) => {
    const [quote] = quotes
    if (quote !== undefined) found.push({ rule, section, quote })
  }
  for (const [section, words] of sections) {
    if (reasons.includes(section)) {
      look('name-in-cause', section, namedIn(words, names))
      look('human-error', section, matches(words, humanError))
    }
    look('should-have', section, matches(words, hindsight))
    look('blame', section, matches(words, blame))
    if (section === 'next') look('vague-action', section, matches(words, vague))
  }
  for (const { n, title, owner, dueOn, state } of actions) {
    if (state !== 'open') continue
    const quote = `${n}. ${title ?? ''}`.trim()
    if (!owner) found.push({ rule: 'action-without-owner', section: 'next', quote })
    if (!dueOn) found.push({ rule: 'action-without-date', section: 'next', quote })
    if (matches(title ?? '', vague).length > 0) found.push({ rule: 'vague-action', section: 'next', quote })
  }
  if (!isDetectionKnown) found.push({ rule: 'no-detection', section: 'timeline', quote: null })
  return [...found, ...gaps.map((section): Finding => ({ rule: 'empty-section', section, quote: null }))]
}

const matches = (words: string, patterns: readonly RegExp[]): string[] =>
  patterns.flatMap((pattern) => pattern.exec(words)?.[0] ?? [])
