import { z } from 'zod'
import { readingKinds } from '../history/index.ts'
import { actorName } from './api.ts'

/** What `GET /api/v1/incidents/{id}/changes` takes. */
export const changesQuery = z.strictObject({
  actor: actorName.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50).describe('At most so many'),
  cursor: z.coerce.number().int().min(1).optional().describe('`next` of the page before'),
})

export const changeAnswer = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  who: z.string().nullable().describe('Who did it, by name; null for the bot'),
  door: z.enum(['slack', 'dashboard', 'token', 'bot']).describe('Through which door'),
  token: z.string().nullable().describe('The token’s name, where it was one'),
  type: z.string().describe('The fact’s name, for programs'),
  words: z.string().describe('What was done, in a line'),
  turns: z
    .array(z.object({ what: z.string(), from: z.string().nullable(), to: z.string().nullable() }))
    .describe('From what to what'),
  reason: z.string().nullable(),
  can_undo: z.boolean().describe('Whether whoever asks can take it back: it still stands as it was left'),
})

/** The changes of an incident, the newest first. */
export const changesAnswer = z.object({
  incident: z.object({ id: z.string(), summary: z.string() }),
  can: z.object({ readings: z.boolean() }).describe('Whether whoever asks may see who read it, which is private'),
  changes: z.array(changeAnswer),
  next: z.int().nullable().describe('Sent as `cursor` it brings the next page; null where there is none'),
})
export type ChangeAnswer = z.output<typeof changeAnswer>
export type ChangesAnswer = z.output<typeof changesAnswer>

/** Who read a private incident, the newest first. */
export const readingsAnswer = z.object({
  readings: z.array(
    z.object({
      who: z.object({ id: z.string(), name: z.string() }),
      what: z.enum(readingKinds),
      at: z.iso.datetime().describe('The first time within the hour'),
      token: z.string().nullable().describe('The token’s name, where they asked by one'),
    }),
  ),
})
export type ReadingsAnswer = z.output<typeof readingsAnswer>

/** What `POST /api/v1/incidents/{id}/changes/{change}/undo` takes. */
export const undoBody = z.strictObject({ actor: actorName.optional() })
