import { z } from 'zod'
import { wholeNumber, words, wordsOrNone } from '../../kit/wire.ts'

/** 第一報, 続報 and 最終報: the first, those while the response goes on, and what is said after 復旧. */
export type Report = 'first' | 'follow_up' | 'final'

/** A status update: condition, action, need. */
export type Update = {
  /** Counts an incident's updates from 1. */
  n: number
  at: Date
  by: string
  report: Report
  condition: string
  action: string | null
  need: string | null
  /** What it said of the customers. */
  impact: string | null
}

/** The newest update, with what became of its promise. */
export type LastUpdate = Update & {
  /** When the first update was given. */
  firstAt: Date
  /** Whether any update so far said that support knows. */
  isSupportTold: boolean
  /** When somebody said last that nothing had changed since, and who; null where nobody did. */
  unchanged: { at: Date; by: string } | null
  /** How long after it, or after it was said to hold, the next one was promised, in milliseconds; null where nothing was. */
  promisedMs: number | null
  /** When the next one is promised. Null where nothing is, and once 復旧 or 再開 came in between. */
  nextAt: Date | null
  /** How many steps the escalation has gone since that moment passed; 0 while there is time. */
  overdueSteps: number
}

/** Which report it is, told from where the response stands. */
export function reportOf(n: number, status: string): Report {
  if (status !== 'responding') return 'final'
  return n === 1 ? 'first' : 'follow_up'
}

/** Slack's limit of a plain text input. */
const longestText = 3000

/** A day: whoever promises an update for later than that promises nothing. */
const longestPromiseMinutes = 24 * 60

export const updateInput = z.strictObject({
  condition: words(longestText),
  action: wordsOrNone(longestText),
  need: wordsOrNone(longestText),
  /** Left out: what was known of it before still holds. */
  impact: z
    .string()
    .trim()
    .max(longestText)
    .nullable()
    .transform((text) => text || null)
    .optional(),
  /** `none`, as left out, promises no next one. */
  next_minutes: z
    .union([z.literal('none').transform(() => null), wholeNumber.pipe(z.int().positive().max(longestPromiseMinutes))])
    .nullish()
    .transform((minutes) => minutes ?? null),
  /** `told`: support knows. */
  support: z.array(z.literal('told')).max(1).default([]),
})
