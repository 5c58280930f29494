import type { Locale } from '../../../kit/i18n/index.ts'
import type { Material } from '../material.ts'
import type { Statement, Summary } from '../statement.ts'
import { type Candidate, readingOf } from './candidates.ts'
import { choose } from './choose.ts'
import { executiveLine } from './executive.ts'
import { quotationOf } from './quotation.ts'
import { noteStatements, recoveryStatement } from './stated.ts'
import { updateStatements } from './update-statements.ts'

/** The longest summary that is still read, in sentences. */
const mostOfWhole = 20

/** So many updates stand in it: what an older one said is outdone by them. */
const mostUpdates = 3

/** While nobody knows the cause, so many guesses are told, as guesses. */
const mostGuesses = 2

/**
 * What is known, in three lengths, from fields, updates and people's own words. Nothing in it is the bot's own conclusion: each sentence
 * comes from somewhere and says where. What was taken back or put right later is left out; a guess is called one.
 */
export const summarise = (material: Material, language: Locale): Summary => summaryOf(material, language, null)

/** What somebody missed since `since`; null: all of it. Three lines that stand for themselves, then the rest; 20 at most. */
export function catchUp(material: Material, language: Locale, since: Date | null): Statement[] {
  const { three, whole } = summaryOf(material, language, since)
  const told = new Set(three.map(({ words }) => words))
  return [...three, ...whole.filter(({ words }) => !told.has(words))].slice(0, mostOfWhole)
}

function summaryOf(material: Material, language: Locale, since: Date | null): Summary {
  const isNew = (at: Date) => since === null || at > since
  const line = executiveLine(material, language)
  const updates = material.updates.filter(({ at }) => isNew(at)).slice(-mostUpdates)
  const recovery = recoveryStatement(material, language)
  const updated = updates.map((update) => updateStatements(update, material, language))
  const stated = [...recovery, ...updated.flat(), ...noteStatements(material, language, isNew)].slice(
    0,
    mostOfWhole - 1,
  )
  const { candidates } = readingOf(material)
  const chosen = choose(
    usable(candidates).filter(({ saying }) => isNew(saying.at)),
    mostOfWhole - 1 - stated.length,
  )
  const quotes = chosen.map((each) => quotationOf(each, material, language))
  return {
    line,
    three: threeOf(line, recovery[0] ?? updated.at(-1)?.[0] ?? stated[0], chosen, quotes),
    whole: [line, ...stated, ...quotes],
  }
}

/** Guesses count only while nobody has found the cause, and a few of them. */
function usable(candidates: readonly Candidate[]): Candidate[] {
  const certain = candidates.filter(({ doubt }) => doubt === undefined)
  // A flat word that nobody has borne out, nor outdone, is told as what it is: one person's.
  const lone = candidates.filter(({ doubt, claims }) => doubt === 'rumour' && claims.every(({ isLone }) => isLone))
  if (certain.some(({ cues }) => cues.has('culprit') || cues.has('false-alarm'))) return [...certain, ...lone]
  const guesses = candidates
    .filter((each) => !lone.includes(each))
    .filter(
      ({ doubt, cues }) => doubt === 'rumour' && !cues.has('hearsay') && (cues.has('cause') || cues.has('culprit')),
    )
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, mostGuesses)
  return [...certain, ...lone, ...guesses]
}

/** The line, what was stated last, and the message that tells most; two messages where nothing was stated. */
function threeOf(
  line: Statement,
  lastStated: Statement | undefined,
  chosen: readonly Candidate[],
  quotes: readonly Statement[],
): Statement[] {
  const best = chosen
    .map(({ weight, saying, cues }, at) => ({ weight, n: saying.n, quote: quotes[at], cues }))
    // What is to be done later, and what is learnt of it, is not how it stands.
    .filter(({ cues }) => !(['next', 'well', 'wrong', 'lucky'] as const).some((cue) => cues.has(cue)))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, lastStated ? 1 : 2)
    .toSorted((a, b) => a.n - b.n)
    .flatMap(({ quote }) => quote ?? [])
  return [line, ...(lastStated ? [lastStated] : []), ...best].slice(0, 3)
}
