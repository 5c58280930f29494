import { z } from 'zod'
import { behindOf, entryKinds } from '../search/index.ts'
import { actorName, incidentAnswer } from './api.ts'
import { listQuery } from './list-query.ts'

/** What `GET /api/v1/search` takes. */
export const searchQuery = z.strictObject({
  actor: actorName.optional(),
  q: z
    .string()
    .trim()
    .max(200)
    .default('')
    .describe(
      'Words that must all stand there: of Japanese any part, of others the beginning of a word; widths, kana and case are alike',
    ),
  service: listQuery.shape.service,
  kind: z
    .string()
    .max(200)
    .transform((text, context) => {
      const words = text.split(',')
      const known = entryKinds.filter((kind) => words.includes(kind))
      if (known.length < new Set(words).size) context.addIssue({ code: 'custom', message: 'a kind that is none' })
      return known
    })
    .optional()
    .describe(`Any of ${entryKinds.join(', ')}, with commas between`),
  from: listQuery.shape.from.describe(
    'Said then or later: a day (of the settings’ timezone) or a moment with its offset',
  ),
  to: listQuery.shape.to.describe('Said before this moment, or on this day at the latest'),
  limit: listQuery.shape.limit,
  cursor: z
    .string()
    .max(200)
    .transform((text, context) => {
      const behind = behindOf(text)
      if (!behind) context.addIssue({ code: 'custom', message: 'not a cursor of ours' })
      return behind
    })
    .optional()
    .describe('`next` of the page before'),
})
export type SearchQuery = z.output<typeof searchQuery>

export const searchAnswer = z.object({
  hits: z.array(
    z.object({
      incident: z.string().describe('Its id'),
      kind: z.enum(entryKinds),
      ref: z.string().describe('Which of its kind in its incident'),
      at: z.iso.datetime().describe('When it was said or written'),
      marked: z
        .array(z.object({ text: z.string(), hit: z.boolean() }))
        .describe('What was said around the first hit; `hit`: it is what was looked for'),
      link: z.string().nullable().describe('The message in Slack, where it is one'),
    }),
  ),
  incidents: z.record(z.string(), incidentAnswer).describe('The incidents of these hits, by id'),
  next: z.string().nullable().describe('Sent as `cursor` it brings the next page; null where there is none'),
  about: z.int().nullable().describe('How many there are, where one page holds them all; null where there are more'),
})
export type SearchAnswer = z.output<typeof searchAnswer>
