import { type Chance, chanceOf } from './chance.ts'
import { en } from './words/en.ts'
import { ja } from './words/ja.ts'
import type { Feature, Trouble, Words } from './words/words.ts'

/** What an incident is about and how bad it gets, before anything is written of it. */
export type Plot = {
  n: number
  words: Words
  feature: Feature
  trouble: Trouble
  summary: string
  kind: 'real' | 'drill' | 'exercise'
  isPrivate: boolean
  declaredAt: Date
  /** How it ends: what is open stands among the newest alone. */
  ends: 'open' | 'recovered' | 'completed' | 'cancelled'
  level: string
  /** How many people say something, and how often. */
  messages: number
  isFamous: boolean
}

export type Company = {
  seed: number
  incidents: number
  /** How many of the newest are still open. */
  open: number
  /** The last moment of the story. */
  until: Date
  /** How many messages an incident has on average, the famous outage aside. */
  messagesEach: number
}

const year = 365 * 24 * 3_600_000
const levels = ['level1', 'level2', 'level2', 'level2', 'level3', 'level3', 'level4', 'level5'] as const

/** The famous outage has this many messages. */
export const famousMessages = 900

/** What happens in three years, the oldest first. */
export function plotsOf(company: Company): Plot[] {
  const { seed, incidents, until } = company
  const famous = Math.floor(incidents * 0.81)
  const titles = new Set<string>()
  return Array.from({ length: incidents }, (_, n) => {
    const chance = chanceOf(seed, n)
    const isOpen = n >= incidents - company.open
    const span = 3 * year * (1 - (n + chance.next()) / incidents)
    // What is still open began in the last hours.
    const declaredAt = new Date(until.getTime() - (isOpen ? chance.between(10, 90) * 60_000 : span + 3 * 3_600_000))
    declaredAt.setMilliseconds(0)
    const isFamous = n === famous
    return {
      ...subjectOf(chance, titles, isFamous),
      ...courseOf(chance, isOpen, isFamous, company),
      n,
      declaredAt,
      isFamous,
    }
  })
}

/** What it is about, in words that no other incident has, for as long as there are some left. */
function subjectOf(chance: Chance, titles: Set<string>, isFamous: boolean) {
  for (let tries = 0; ; tries++) {
    const words = chance.happens(0.65) || isFamous ? ja : en
    const [feature, trouble] = [
      chance.pick(words.features),
      isFamous ? first(words.troubles) : chance.pick(words.troubles),
    ]
    const isDrill = !isFamous && chance.happens(0.06)
    const kind = isDrill ? (chance.happens(0.7) ? ('drill' as const) : ('exercise' as const)) : ('real' as const)
    const plain = words.joined(chance.pick(words.circumstances), feature.name, trouble.symptom)
    const summary = isDrill ? filled(words.drill, { feature: plain, symptom: '' }) : plain
    if (titles.has(summary) && tries < 40) continue
    titles.add(summary)
    return { words, feature, trouble, summary, kind, isPrivate: !isDrill && isSecret(trouble, chance) && !isFamous }
  }
}

const isSecret = ({ types }: Trouble, chance: Chance) => types.includes('confidentiality') && chance.happens(0.5)

function courseOf(chance: Chance, isOpen: boolean, isFamous: boolean, { messagesEach }: Company) {
  const ends = isOpen
    ? ('open' as const)
    : chance.happens(0.05) && !isFamous
      ? ('cancelled' as const)
      : ('completed' as const)
  // Most are short, some are long: the mean of the square of chance is a third.
  const messages = isFamous ? famousMessages : Math.round(3 * messagesEach * chance.next() ** 2)
  return { ends, level: isFamous ? 'level5' : chance.pick(levels), messages }
}

function first<T>(things: readonly T[]): T {
  const [thing] = things
  if (thing === undefined) throw new RangeError('There is nothing')
  return thing
}

/** The words with what stands in braces put in. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole).trim()
