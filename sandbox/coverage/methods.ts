import { z } from 'zod'
import { rows, shape } from './rows.ts'
import type { Shape } from './shape.ts'
import { moreArguments, unlistedMethods } from './unlisted.ts'

const argumentType = z.enum(['string', 'integer', 'number', 'boolean', 'object', 'array'])

const factsRow = z.object({
  method: z.string(),
  http: z.enum(['GET', 'POST']),
  json: z.boolean(),
  tier: z.enum(['t1', 't2', 't3', 't4', 'special', 'none']),
  token: z.boolean(),
  botScopes: z.array(z.string()).readonly(),
  userScopes: z.array(z.string()).readonly(),
  required: z.array(z.string()).readonly(),
  args: z.record(z.string(), z.object({ type: argumentType })).readonly(),
  errors: z.array(z.string()).readonly(),
})

const shapesRow = z.object({ method: z.string(), shapes: z.array(shape).readonly() })
const eventRow = z.object({ name: z.string(), scopes: z.array(z.string()).readonly() })

/**
 * What Slack documents of one Web API method.
 * - `http`: the documented verb; Slack takes either. `json`: a JSON body is accepted (form encoding always is).
 * - `tier`: calls a minute per method and workspace: t1 1, t2 20, t3 50, t4 100; `special` has a rule of its own
 *   (chat.postMessage about one a second per channel); `none`: not documented.
 * - `token`: a token is required. It is left out of `required` and `args`, since it belongs in the header.
 * - `botScopes`, `userScopes`: which of them is needed depends on the kind of conversation; empty = none needed.
 * - `args`: types once decoded: Slack documents `blocks`, `view`, … as JSON-encoded strings.
 * - `successShape`: of the first documented success example; `otherShapes`: of the further ones.
 */
export type MethodFacts = z.infer<typeof factsRow> & { successShape: Shape; otherShapes: readonly Shape[] }

export type EventFacts = z.infer<typeof eventRow>

const shapes = new Map(rows('shapes.jsonl', shapesRow).map((row) => [row.method, row.shapes]))

/** Every method of the reference (slack-ruby/slack-api-ref, 2026-08-20, MIT: LICENSE-slack-api-ref.md), by name. */
export const methodFacts: ReadonlyMap<string, MethodFacts> = new Map([
  ...rows('methods.jsonl', factsRow).map((facts): [string, MethodFacts] => {
    const [successShape = { ok: 'boolean' }, ...otherShapes] = shapes.get(facts.method) ?? []
    const more = moreArguments[facts.method]
    return [facts.method, { ...facts, ...more, successShape, otherShapes }]
  }),
  ...unlistedMethods.map((facts): [string, MethodFacts] => [facts.method, facts]),
])

/**
 * Events API events that exist although the reference lists only the message subtypes of the same name, or nothing.
 * Source: docs.slack.dev/reference/events/<name> and the event types of @slack/types.
 */
const unlisted: readonly EventFacts[] = [
  { name: 'channel_archive', scopes: ['channels:read'] },
  { name: 'channel_unarchive', scopes: ['channels:read'] },
  { name: 'group_archive', scopes: ['groups:read'] },
  { name: 'group_unarchive', scopes: ['groups:read'] },
]

/** Every event of the Events API, by name, with the scopes of which an app needs one to receive it. */
export const events: ReadonlyMap<string, EventFacts> = new Map(
  [...rows('events.jsonl', eventRow), ...unlisted].map((event) => [event.name, event]),
)
