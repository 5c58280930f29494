import { z } from 'zod'
import { proposedGaps } from '../src/rooms/assistant/index.ts'

/**
 * What is looked for in a text: words that must stand in one sentence of it, parts joined by ` + `, in any order; or `/a pattern/`. Width,
 * case, spaces and separators do not count, and `14時2分` is `14:02` (eval/matching.ts).
 */
const matcher = z.string().min(1)
const anyOf = z.array(matcher).min(1)

const time = z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$/, 'a time of day such as 14:02')

export const caseSchema = z.strictObject({
  name: z.string().min(1),
  about: z.string().min(1),
  language: z.enum(['ja', 'en']),
  /** Whether the rules may be looked at beside it. Those that may not are told apart in every figure. */
  tuning: z.boolean().default(false),
  /** Cases that were written together, told apart in the table: “eight authors”. */
  series: z.string().optional(),
  zone: z.string().default('Asia/Tokyo'),
  day: z.iso.date().default('2026-11-30'),
  incident: z.strictObject({
    service: z.string(),
    summary: z.string(),
    status: z.enum(['responding', 'recovered', 'completed', 'cancelled', 'merged']).default('recovered'),
    impact: z.string().nullable().default(null),
    handler: z.string().nullable().default(null),
    visibility: z.enum(['public', 'private']).default('public'),
    declared: time,
    occurred: time.nullable().default(null),
    detected: time.nullable().default(null),
    recovered: time.nullable().default(null),
    recovery_note: z.string().nullable().default(null),
  }),
  updates: z
    .array(
      z.strictObject({
        at: time,
        by: z.string().optional(),
        condition: z.string(),
        action: z.string().nullable().default(null),
        need: z.string().nullable().default(null),
        impact: z.string().nullable().default(null),
      }),
    )
    .default([]),
  /** The conversation, a message a line: `14:02 sato: …` (docs/assistant.md). */
  channel: z.string().min(1),
  /** So many messages of chatter and alerts, made by rule, spread over the conversation. */
  filler: z.int().min(0).max(5000).default(0),
  facts: z.array(z.strictObject({ id: z.string(), any: anyOf })).min(1),
  /** What a reader must not be told as if it were so; where a sentence also says `unless`, it is said to be wrong. */
  misleading: z.array(z.strictObject({ id: z.string(), any: anyOf, unless: z.array(matcher).default([]) })).default([]),
  /** Right answers: the first proposal has to hold one. A proposal for a gap that is not named here is wrong. */
  gaps: z.partialRecord(z.enum(proposedGaps), anyOf).default({}),
  /** Texts that may stand in no answer. */
  secrets: z.array(z.string().min(4)).default([]),
  /** What an answer would hold if it did what a message told it to. */
  obeyed: z.array(matcher).default([]),
})
export type Case = z.output<typeof caseSchema>
