import { z } from 'zod'
import { words } from '../../kit/wire.ts'
import { detections } from '../incident/index.ts'
import { incidentKinds, incidentTypes, visibilities } from '../settings/index.ts'

/** Who acts, as callers name them. */
export const actorName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .describe(
    'The person in whose name it is done, where the token may name people: Slack user id, handle or e-mail address',
  )

/** What `POST /api/v1/incidents` takes. */
export const declareBody = z.strictObject({
  actor: actorName.optional(),
  service: z.string().min(1).max(40).describe('The service’s key in sssbot.yaml'),
  summary: words(3000).describe('What is happening'),
  urgency: z.string().max(40).optional().describe('An urgency’s key in sssbot.yaml'),
  level: z.string().max(40).optional().describe('A level’s key in sssbot.yaml, where it is known already'),
  type: z.array(z.enum(incidentTypes)).max(incidentTypes.length).optional().describe('What is affected'),
  kind: z.enum(incidentKinds).default('real').describe('Real, drill or exercise'),
  visibility: z.enum(visibilities).default('public').describe('Private: for those alone who need to know'),
  detected_at: z.iso.datetime({ offset: true }).optional().describe('When it was noticed, as ISO 8601 with its offset'),
  detected_by: z.enum(detections).optional().describe('How it was noticed'),
})

/** What `GET /api/v1/incidents/{id}` takes. */
export const oneQuery = z.strictObject({ actor: actorName.optional() })

/** What `Idempotency-Key` may say. */
export const idempotencyKey = z.string().regex(/^[\x21-\x7e]{1,200}$/)

const moment = z.iso.datetime().nullable()

/** An incident as the API tells of it. */
export const incidentAnswer = z.object({
  id: z.string(),
  status: z.enum(['responding', 'recovered', 'completed', 'cancelled', 'merged']),
  service: z.string(),
  summary: z.string(),
  impact: z.string().nullable(),
  urgency: z.string().nullable(),
  level: z.string().nullable(),
  type: z.array(z.enum(incidentTypes)),
  tags: z.array(z.string()).describe('By which it is found again, as people wrote them'),
  kind: z.enum(incidentKinds),
  visibility: z.enum(visibilities),
  handler: z.string().nullable().describe('Slack user id of who leads; null while nobody does'),
  declared_by: z.string().describe('Slack user id'),
  declared_at: z.iso.datetime(),
  occurred_at: moment,
  detected_at: moment,
  detected_by: z.enum(detections).nullable(),
  recovered_at: moment,
  completed_at: moment,
  channel: z
    .object({ id: z.string().nullable().describe('null until Slack has made it'), name: z.string() })
    .describe('The incident’s Slack channel'),
})
export type IncidentAnswer = z.output<typeof incidentAnswer>

export const listAnswer = z.object({
  incidents: z.array(incidentAnswer),
  people: z.record(z.string(), z.string()).describe('The names of who declared and who leads, by Slack user id'),
  next: z.string().nullable().describe('Sent as `cursor` it brings the next page; null where there is none'),
  has_more: z.boolean().describe('Whether there is a next page'),
})

/** Why something was not done, as problem details (RFC 9457), with what callers of 0.3 read (`error`) beside it. `code` is for programs and stays; `detail` is for people, in their language. */
export const errorAnswer = z.object({
  type: z.string().describe('The kind of problem, by its code'),
  title: z.string().describe('What the status means'),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  field: z.string().optional().describe('The field that it is about'),
  error: z.object({
    code: z.string(),
    message: z.string(),
    field: z.string().optional().describe('The field that it is about'),
  }),
})
