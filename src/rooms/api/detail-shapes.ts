import { z } from 'zod'
import { actionStates } from '../actions/index.ts'
import { todoStates } from '../todos/index.ts'
import { incidentAnswer } from './api.ts'

const moment = z.iso.datetime()
const someone = z.object({ id: z.string().describe('Slack user id'), name: z.string() })
const named = z.object({ ja: z.string(), en: z.string() })

/** An incident with all that its page shows, but for its timeline and its postmortem. */
export const detailAnswer = z.object({
  incident: incidentAnswer,
  declared_by: someone,
  handler_taken_at: moment.nullable(),
  first_update_at: moment.nullable(),
  roles: z
    .array(
      z.object({
        role: z.string(),
        name: named,
        person: someone,
        since: moment,
        until: moment.nullable().describe('null while they have it'),
      }),
    )
    .describe('Who had which role from when to when, in the order in which they took it'),
  levels: z
    .array(
      z.object({
        at: moment,
        from: z.string().nullable(),
        to: z.string(),
        by: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    )
    .describe('Each change of the level, the oldest first'),
  updates: z
    .array(
      z.object({
        at: moment,
        by: z.string().nullable(),
        condition: z.string(),
        action: z.string().nullable(),
        need: z.string().nullable(),
      }),
    )
    .describe('What was said of how it stood, the newest first'),
  todos: z.array(
    z.object({
      id: z.string(),
      n: z.int(),
      words: z.string().nullable().describe('null once the message that said it was deleted'),
      owner: someone.nullable(),
      state: z.enum(todoStates),
      due_at: moment.nullable(),
    }),
  ),
  actions: z.array(
    z.object({
      id: z.string(),
      n: z.int(),
      title: z.string().nullable(),
      owner: someone.nullable(),
      state: z.enum(actionStates),
      due_on: z.string().nullable().describe('A day'),
    }),
  ),
  postmortem: z.object({
    owner: someone.nullable(),
    due_on: z.string().nullable(),
    gaps: z.int().describe('How much nobody has said yet that the document asks for'),
  }),
  drafts: z
    .object({ as_is: z.int(), edited: z.int(), dropped: z.int(), unsent: z.int() })
    .describe('What became of what was proposed in forms'),
  problems: z.array(z.string()).describe('What could not be delivered in Slack, and why'),
  can: z.object({ respond: z.boolean() }).describe('What whoever asks may do with it'),
})
export type DetailAnswer = z.output<typeof detailAnswer>

export const postmortemAnswer = z.object({
  title: z.string(),
  markdown: z.string(),
  missing: z.int().describe('How many of its sections nobody has written yet'),
})
export type PostmortemAnswer = z.output<typeof postmortemAnswer>
