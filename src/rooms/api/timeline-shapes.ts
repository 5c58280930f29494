import { z } from 'zod'
import { words as said } from '../../kit/wire.ts'
import { entryKinds } from '../record/index.ts'
import { actorName } from './api.ts'

const moment = z.iso.datetime({ offset: true })
const words = said(3000)

/** What `POST /api/v1/incidents/{id}/timeline` takes. */
export const noteBody = z.strictObject({
  actor: actorName.optional(),
  at: moment.optional().describe('When it was, as ISO 8601 with its offset; now, where nothing is said'),
  words: words.describe('What happened'),
})

/** What `PATCH /api/v1/incidents/{id}/timeline/{entry}` takes. */
export const editBody = z.strictObject({
  actor: actorName.optional(),
  reason: said(1000).describe('Why it is changed'),
  at: moment.nullable().optional().describe('When it was; null as it was at first'),
  words: words.nullable().optional().describe('What it says; null as it said at first'),
  hidden: z.boolean().optional().describe('Whether it is left out of the timeline and of documents'),
})

/** What `GET /api/v1/incidents/{id}/timeline` takes. */
export const timelineQuery = z.strictObject({
  actor: actorName.optional(),
  hidden: z.enum(['true', 'false']).default('false').describe('Whether hidden entries are told, too'),
})

const change = z.object({
  at: z.iso.datetime().describe('When it was changed'),
  by: z.string().describe('Slack user id'),
  reason: z.string().nullable(),
  moment: z.iso.datetime().nullable().describe('The time that was given; null as at first'),
  words: z.string().nullable().describe('The words that were given; null as at first'),
  hidden: z.boolean(),
})

/** An entry of a timeline as the API tells of it. */
export const entryAnswer = z.object({
  id: z.string().describe('What the entry is called in its address'),
  is: z.enum(['message', 'fact', 'note']).describe('Somebody’s message, something that happened, or written by hand'),
  kind: z.enum(entryKinds).describe('What it is about'),
  at: z.iso.datetime(),
  words: z.string().describe('In one line of plain text, as it reads now'),
  hidden: z.boolean(),
  original: z.object({ at: z.iso.datetime(), words: z.string() }).describe('As it was at first'),
  author: z.string().nullable().describe('Slack id of who said, did or wrote it; null for the bot'),
  permalink: z.string().nullable(),
  files: z.array(z.object({ name: z.string(), permalink: z.string() })),
  changes: z.array(change).describe('What people changed, oldest first'),
})
export type EntryAnswer = z.output<typeof entryAnswer>

export const timelineAnswer = z.object({
  entries: z.array(entryAnswer),
  people: z.record(z.string(), z.string()).describe('The names of who changed entries, by Slack user id'),
})
