import { z } from 'zod'
import { withoutEdges } from './edges.ts'
import type { Token } from './tokens.ts'

/** What can be said beside a phrase: free words, one of several choices, people, a time, or the number of a thing. */
export type Taken = 'text' | 'choice' | 'people' | 'time' | 'number'

/** What was said beside the phrase, in a form that a button can carry. */
export const heardSchema = z.object({
  /** Free words as they were written. */
  text: z.string().optional(),
  /** Ids of Slack, in the order in which they were named. */
  people: z.array(z.string()).optional(),
  /** The number of a thing. */
  number: z.number().optional(),
  /** So long, in milliseconds; `isAgo` where that lies behind. */
  spanMs: z.number().optional(),
  isAgo: z.boolean().optional(),
  clock: z.object({ hour: z.number(), minute: z.number() }).optional(),
  /** So many days from today, a weekday to come (0 is Sunday), or a date. */
  day: z
    .union([
      z.object({ inDays: z.number() }),
      z.object({ weekday: z.number() }),
      z.object({ month: z.number(), date: z.number(), year: z.number().optional() }),
    ])
    .optional(),
})
export type Heard = z.infer<typeof heardSchema>

/** The free words of a text, and on which side of the phrase they stand. */
export type Rest = { words: readonly Token[]; where: 'before' | 'after' }

/** What stands beside a phrase in a text, as far as it is taken. */
export function heardIn(
  text: string,
  tokens: readonly Token[],
  { words, where }: Rest,
  { takes, keepsTimes }: { takes: readonly Taken[]; keepsTimes?: boolean } = { takes: [] },
): Heard {
  const heard: Heard = {}
  const people = tokens.flatMap(({ special }) => (special?.kind === 'person' ? [special.id] : []))
  if (takes.includes('people') && people.length > 0) heard.people = [...new Set(people)]
  const number = tokens.find(({ kind }) => kind === 'number')
  if (takes.includes('number') && number) heard.number = Number(number.is)
  if (takes.includes('time')) Object.assign(heard, timesOf(tokens))
  const goesElsewhere = ({ kind }: Token) =>
    (kind === 'person' && takes.includes('people')) || (kind === 'time' && takes.includes('time') && !keepsTimes)
  const said = withoutEdges(words, where, goesElsewhere)
  const [first, last] = [said[0], said.at(-1)]
  if (first && last) heard.text = text.slice(first.from, endOf(text, last)).trim()
  return heard
}

function timesOf(tokens: readonly Token[]): Pick<Heard, 'spanMs' | 'isAgo' | 'clock' | 'day'> {
  const times = tokens.flatMap(({ special }) => (special?.kind === 'time' ? [special.time] : []))
  const span = times.find((time) => time.is === 'span')
  const clock = times.find((time) => time.is === 'clock')
  const named = times.find((time) => time.is === 'day')
  return {
    ...(span ? { spanMs: span.ms, ...(span.ago ? { isAgo: true } : {}) } : {}),
    ...(clock ? { clock: { hour: clock.hour, minute: clock.minute } } : {}),
    ...(named ? { day: named.day } : {}),
  }
}

/** Up to the end of what stands last, with a closing mark of the sentence. */
const endOf = (text: string, { to }: Token): number => (/[。.!?！？]/.test(text.charAt(to)) ? to + 1 : to)
