import { z } from 'zod'
import { waitKinds } from '../home/index.ts'
import { incidentKinds, incidentTypes, visibilities } from '../settings/index.ts'

const moment = z.iso.datetime()
const named = z.object({ ja: z.string(), en: z.string() }).describe('A name in both languages')
const someone = z.object({ id: z.string().describe('Slack user id'), name: z.string() })

/** What of the response is missing now: a handler, a level, the impact, a first update, word to support; or, after recovery, what is left. */
export const missing = [
  'handler',
  'level',
  'impact',
  'update',
  'support',
  'todos',
  'provisional',
  'postmortem',
  'document',
  'review',
  'actions',
] as const

/** An open incident as the board shows it. */
export const boardRow = z.object({
  id: z.string(),
  status: z.enum(['responding', 'recovered']),
  kind: z.enum(incidentKinds),
  visibility: z.enum(visibilities),
  type: z.array(z.enum(incidentTypes)),
  service: named,
  summary: z.string(),
  impact: z.string().nullable(),
  level: z
    .object({ name: named, color: z.string(), severity: z.int().describe('1 for the mildest') })
    .nullable()
    .describe('null while none is decided'),
  channel: z.object({ id: z.string().nullable(), name: z.string() }),
  declared_at: moment,
  recovered_at: moment.nullable(),
  handler: someone.nullable().describe('null while nobody leads'),
  update: z
    .object({ at: moment, by: someone, condition: z.string(), unchanged_at: moment.nullable() })
    .nullable()
    .describe('What was said last of how it stands'),
  next_update_at: moment.nullable().describe('When the next is promised; null where nothing is'),
  todos: z.object({ open: z.int(), all: z.int() }),
  missing: z.array(z.enum(missing)),
})
export type BoardRow = z.output<typeof boardRow>
export type Missing = BoardRow['missing'][number]

const more = z.int().describe('So many are not shown')
export const boardAnswer = z.object({
  tag: z.string().describe('Another one when anything on the board is'),
  incidents: z.array(boardRow),
  more,
})
export type BoardAnswer = z.output<typeof boardAnswer>

/** What makes the board `from` the board `to`. */
export const boardChange = z.object({
  from: z.string().describe('The `tag` of the board that it changes'),
  to: z.string().describe('The `tag` of what that becomes'),
  ids: z.array(z.string()).describe('What stands on it now, in its order'),
  rows: z.array(boardRow).describe('Those of them that are new or otherwise'),
  more,
})
export type BoardChange = z.output<typeof boardChange>

/** What is said of a change. */
export const changedSaid = z.object({
  incidents: z.array(z.string()).describe('Which are otherwise, as far as whoever listens may know of them'),
  mine: z.boolean().describe('Whoever listens takes part in one of them'),
  board: boardChange.nullable().describe('What that makes of the board; null where it is to be read again'),
})

/** One thing that waits for whoever asks. */
export const waitingRow = z.object({
  what: z.enum(waitKinds),
  incident: z.object({
    id: z.string(),
    service: named,
    summary: z.string(),
    kind: z.enum(incidentKinds),
    channel: z.object({ id: z.string().nullable(), name: z.string() }),
  }),
  words: z.string().nullable().describe('What it is about, in people’s own words'),
  due: z.string().nullable().describe('A moment, or a day'),
})
export type WaitingRow = z.output<typeof waitingRow>

export const waitingAnswer = z.object({ waiting: z.array(waitingRow) })
export type WaitingAnswer = z.output<typeof waitingAnswer>
