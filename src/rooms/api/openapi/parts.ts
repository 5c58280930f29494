import { z } from 'zod'
import { problemType } from '../problem.ts'

/** zod's own JSON Schema is that of OpenAPI 3.1: what is described is what is checked. */
export const schemaOf = (schema: z.ZodType, io: 'input' | 'output' = 'output') => {
  const { $schema: _, $defs: __, ...rest } = z.toJSONSchema(schema, { io, reused: 'inline' })
  return rest
}

/** An answer of this shape, by the name of its schema. */
export const json = (description: string, schema: string, type = 'application/json') => ({
  description,
  content: { [type]: { schema: { $ref: `#/components/schemas/${schema}` } } },
})

/** Whatever is asked may be too much. */
export const failures = (...statuses: (400 | 401 | 403 | 404 | 409 | 413 | 415 | 422)[]) =>
  Object.fromEntries(
    ([...statuses, 429, 503] as const).map((status) => [String(status), json(words[status], 'Problem', problemType)]),
  )

const words = {
  400: 'The request cannot be read, or a value in it cannot be used',
  401: 'The token is missing, wrong, or no longer valid',
  403: 'The actor or the token does not have the right, or the token may not name people',
  404: 'There is none, or none that the actor may know of',
  409: 'Something else was sent with this Idempotency-Key, or somebody else has changed it meanwhile',
  413: 'The body is larger than 64 KiB',
  415: 'The body is compressed',
  422: 'Refused: the actor, the service, the urgency, the time, or a change that changes nothing',
  429: 'Too many calls of this token: `Retry-After` says when to send it again',
  503: 'More look at this moment than are served at once: `Retry-After` says when to send it again',
} as const

/** The fields of a query, each as a parameter. */
export const queryOf = (query: z.ZodObject) =>
  Object.entries(query.shape).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    // The list of routes holds schemas of many shapes.
    schema: schemaOf(schema as z.ZodType, 'input'),
  }))

export const entryId = { name: 'entry', in: 'path', required: true, schema: { type: 'string' } }
export const incidentId = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }

/** A body of this shape, by the name of its schema. */
export const bodyOf = (schema: string) => ({
  required: true,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
})

export const keyHeader = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Repeated with the same key by the same actor within 24 hours, the call is not done twice',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
}
