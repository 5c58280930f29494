import type { Locale } from '../../../kit/i18n/index.ts'
import type { Material } from '../material.ts'
import type { Statement } from '../statement.ts'
import { texts } from '../texts.ts'
import type { Candidate } from './candidates.ts'
import type { Claim } from './claim.ts'
import { clipped, clockWords } from './frame.ts'

/** So much of a message is quoted: the link leads to the rest. */
const mostOfQuote = 240

/** Sentences of one message as they stood, and `…` where one was left out. */
export function joined(claims: readonly Claim[]): string {
  let out = ''
  for (const [at, claim] of claims.entries()) {
    const before = claims[at - 1]
    const all = claim.saying.claims
    const isNext = before !== undefined && all.indexOf(claim) === all.indexOf(before) + 1
    // After 。 no space is written.
    const between = /[。！？]$/u.test(out) ? '' : ' '
    out += at === 0 ? claim.words : `${isNext ? between : ' … '}${claim.words}`
  }
  return out
}

/** A message as it is quoted, with who said it and when. */
export function quotationOf({ saying, claims, doubt }: Candidate, material: Material, language: Locale): Statement {
  const t = texts.in(language)
  const gaps = {
    when: clockWords(saying.at, material, language),
    who: saying.line?.authorName ?? t('who.unknown'),
    words: clipped(joined(claims), mostOfQuote),
  }
  return {
    words: t(doubt === 'rumour' ? 'quoted.rumour' : 'quoted', gaps),
    sources: [saying.source],
    standing: 'quoted',
    ...(doubt ? { doubt } : {}),
  }
}
