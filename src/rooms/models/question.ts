import type { Locale } from '../../kit/i18n/index.ts'
import type { Question } from '../../kit/models/index.ts'
import { answerSchemaOf } from './claims/answer.ts'
import { type Checked, type Evidence, lengths } from './claims/evidence.ts'
import { instructionsFor, promptFor } from './prompts/prompts.ts'
import { hashOf, type Purpose, partsFor, tokensOf } from './purpose.ts'
import { createRedaction, type OwnPattern, type Redaction } from './redaction/redaction.ts'

/** What a model is to be asked: all that it may rest on, in the order of time. */
export type Asked = {
  incidentId: string
  purpose: Purpose
  language: Locale
  /** What everybody may see at the place where the text will appear, and nothing else. */
  evidence: readonly Evidence[]
  /** Names of people that stand in it. */
  people: readonly string[]
  /** IANA name. */
  timeZone: string
  /** The member id of who asked; null where the bot asks by itself. */
  askedBy: string | null
}

/** Asked by the doctor: nothing of an incident stands in it. */
export const trialQuestion: Question = {
  instructions: 'This is a test of the connection. Answer with the JSON object {"statements":[]} and nothing else.',
  prompt: 'Are you there?',
  schema: answerSchemaOf(lengths),
  mostOutput: 200,
}

/** By what an answer is found again: exactly what it is made from, which model and which prompt. */
export const answerId = (asked: Asked, model: string): string =>
  hashOf(
    JSON.stringify([
      promptFor(asked.purpose).version,
      model,
      asked.incidentId,
      asked.language,
      asked.timeZone,
      asked.evidence.map(({ key, words, author, at }) => [key, words, author, at?.getTime() ?? null]),
    ]),
  )

/** The placeholders of an incident's texts: made over all of them in their order, so that they are the same the next time. */
export function redactionOver(evidence: readonly Evidence[], own: readonly OwnPattern[]): Redaction {
  const redaction = createRedaction(own)
  for (const { words, author } of evidence) {
    redaction.of(author ?? '')
    redaction.of(words)
  }
  return redaction
}

/** What is asked in one request. `keys`: what the model calls each thing that it may cite. */
export type Portion = {
  question: Question
  /** What it may cite, with its words as they were sent, or would have been. */
  shown: readonly Evidence[]
  /** By the name in the request, the keys of what stands behind it. */
  keys: ReadonlyMap<string, readonly string[]>
  /** Messages that are in it, and those that the summary before it was made from. */
  saidIn: readonly string[]
  /** Whether nothing is left for another portion. */
  isLast: boolean
}

/** The messages that something rests on. */
export const restingOn = ({ place, takenFrom }: Evidence): string[] => [place ?? [], takenFrom ?? []].flat()

/** Before it a summary stands that was made of what is older. */
export type Before = { claims: readonly Checked[]; saidIn: readonly string[] }

/** Room for the instructions and for how each line is written. */
const perLine = 24

/**
 * The next request: the pinned things, what is new since `before`, as much as there is room for. A summary goes on from the oldest, so
 * that nothing is left out; of anything else the newest counts.
 */
export function portionOf(
  asked: Asked,
  redaction: Redaction,
  before: Before | undefined,
  limits: { input: number; output: number },
): Portion {
  const instructions = instructionsFor(asked.purpose, asked.language)
  const known = new Set(before?.saidIn ?? [])
  const costly = (each: Evidence) => tokensOf(each.words) + perLine
  const pinned = asked.evidence.filter((each) => each.isPinned && !(each.place && known.has(each.place)))
  const loose = asked.evidence.filter((each) => !each.isPinned && !(each.place && known.has(each.place)))
  let room =
    limits.input -
    tokensOf(instructions) -
    sum([...pinned.map(costly), ...(before?.claims ?? []).map((each) => tokensOf(each.words) + perLine)])
  const taken = new Set<Evidence>(pinned)
  for (const each of asked.purpose === 'summary' ? loose : loose.toReversed()) {
    room -= costly(each)
    if (room < 0) break
    taken.add(each)
  }
  const fresh = asked.evidence.filter((each) => taken.has(each))
  const isLast =
    asked.purpose !== 'summary' || taken.size === pinned.length + loose.length || taken.size === pinned.length
  const redacted = (each: Evidence): Evidence => ({
    ...each,
    words: redaction.of(each.words),
    author: each.author && redaction.of(each.author),
  })
  const earlier = (before?.claims ?? []).map((claim, n) => ({
    name: `p${n + 1}`,
    keys: claim.sources,
    words: claim.words,
  }))
  const named = fresh.map((each, n) => ({ name: `s${n + 1}`, keys: [each.key], each: redacted(each) }))
  const cited = new Set(earlier.flatMap(({ keys }) => keys))
  const lines = [
    ...earlier.map(({ name, words }) =>
      lineOf(name, { words: redaction.of(words), at: null, author: null }, asked.timeZone),
    ),
    ...named.map(({ name, each }) => lineOf(name, each, asked.timeZone)),
  ]
  return {
    question: {
      instructions,
      prompt: `<records>\n${lines.join('\n')}\n</records>`,
      schema: answerSchemaOf(partsFor[asked.purpose]),
      mostOutput: limits.output,
    },
    shown: [
      ...named.map(({ each }) => each),
      ...asked.evidence.filter((each) => cited.has(each.key) && !taken.has(each)).map(redacted),
    ],
    keys: new Map([...earlier, ...named].map(({ name, keys }) => [name, keys])),
    saidIn: [...new Set([...fresh.flatMap(restingOn), ...known])],
    isLast,
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

/** One JSON object: whatever a message says, it ends no line and closes no tag. */
function lineOf(
  key: string,
  { words, at, author }: Pick<Evidence, 'words' | 'at' | 'author'>,
  timeZone: string,
): string {
  const time = at && new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at)
  return JSON.stringify({ key, ...(time ? { at: time } : {}), ...(author ? { by: author } : {}), words }).replaceAll(
    '<',
    '\\u003c',
  )
}
