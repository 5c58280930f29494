import { readingOf } from '../extract/candidates.ts'
import { stands } from '../extract/claim.ts'
import { normal } from '../extract/sentences.ts'
import type { Material } from '../material.ts'
import type { Earlier, TagsProposal } from './labels.ts'

/** An earlier incident that reads alike, and the tags that people gave it. */
export type EarlierTags = Earlier & { tags: readonly string[] }

/** Nobody reads more at once. */
const mostProposed = 5

/** A tag of fewer letters is found in words that mean something else. */
const shortest = 2

/**
 * Tags that people could give it: those of earlier incidents like it, and those of the workspace whose words people stated of this one or
 * marked. Never one that nobody has given before. `used`: the workspace's own, the most used first; `others`: what it has already, and what was put away.
 */
export function proposeTags(
  material: Material,
  used: readonly string[],
  earlier: readonly EarlierTags[],
  others: ReadonlySet<string>,
): TagsProposal | null {
  const stated = statedWords(material)
  const ofEarlier = earlier.flatMap(({ tags }) => tags)
  const counts = new Map(ofEarlier.map((tag) => [tag, ofEarlier.filter((each) => each === tag).length]))
  const alike = [...counts].toSorted(([, a], [, b]) => b - a).map(([tag]) => tag)
  const named = used.filter((tag) => names(tag, stated))
  const [first, ...rest] = [...new Set([...named, ...alike])].filter((tag) => !others.has(tag)).slice(0, mostProposed)
  if (first === undefined) return null
  return {
    tags: [first, ...rest],
    earlier: earlier.filter((each) => [first, ...rest].some((tag) => each.tags.includes(tag))),
  }
}

/** Whether a tag stands in words. A word of letters stands by itself: `api` is not in `rapid`. */
function names(tag: string, words: string): boolean {
  if ([...tag].length < shortest) return false
  for (let at = words.indexOf(tag); at >= 0; at = words.indexOf(tag, at + 1))
    if (!/[a-z0-9]/u.test(tag) || !(isLetter(words[at - 1]) || isLetter(words[at + tag.length]))) return true
  return false
}

const isLetter = (letter: string | undefined): boolean => letter !== undefined && /[a-z0-9]/u.test(letter)

/** What people stated in fields and updates and what they marked, as far as it stands. */
const statedWords = (material: Material): string =>
  readingOf(material)
    .claims.filter((claim) => stands(claim) && (!claim.saying.line || claim.saying.line.marks.length > 0))
    .map(({ norm }) => normal(norm))
    .join('\n')
