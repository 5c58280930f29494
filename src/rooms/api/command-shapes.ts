import { z } from 'zod'
import { actorName } from './api.ts'

const value = z.union([z.string().max(5000), z.number(), z.array(z.string().max(200)).max(200)]).nullable()

/** What `GET /api/v1/incidents/{id}/commands/{verb}` takes. */
export const formQuery = z.strictObject({
  actor: actorName.optional(),
  argument: z
    .string()
    .max(2000)
    .optional()
    .describe('What it is about besides the incident: a TODO, an action item, an entry'),
})

/** What `POST /api/v1/incidents/{id}/commands/{verb}` takes. */
export const sentForm = z.strictObject({
  actor: actorName.optional(),
  argument: z.string().max(5000).nullable().default(null).describe('As the form said it'),
  seen: z
    .string()
    .max(100)
    .nullable()
    .default(null)
    .describe('As the form said it: what was changed since is not overwritten'),
  values: z.record(z.string().max(100), value).default({}).describe('By field; moments as seconds since the epoch'),
  people: z
    .record(z.string().max(100), z.union([actorName, z.array(actorName).max(100)]))
    .default({})
    .describe('Fields that hold people: each by Slack user id, handle or e-mail address'),
})

export const commandsAnswer = z.object({
  commands: z.array(
    z.object({
      verb: z.string(),
      group: z.enum(['drive', 'assemble', 'end', 'learn', 'look']),
      label: z.string(),
      sure: z.string().nullable().describe('What is asked before it is done'),
    }),
  ),
  at_hand: z.array(z.string()).describe('The next step, and then what is most used'),
})

const field = z.object({
  id: z.string(),
  is: z.enum(['line', 'words', 'one', 'some', 'person', 'people', 'day', 'moment']),
  label: z.string(),
  hint: z.string().nullable(),
  optional: z.boolean(),
  longest: z.int().nullable().describe('In characters'),
  options: z.array(z.object({ value: z.string(), text: z.string(), note: z.string().nullable() })),
  initial: value.describe('What stands in it at first; people by their handles'),
})
export type FieldAnswer = z.output<typeof field>

/** The form of a command, with what will be told where. */
export const formAnswer = z.object({
  form: z
    .object({
      title: z.string(),
      submit: z.string(),
      parts: z.array(z.union([field, z.object({ is: z.literal('said'), words: z.string() })])),
      argument: z.string().nullable(),
      seen: z.string().nullable(),
    })
    .nullable()
    .describe('null where nothing is asked'),
})
export type FormAnswer = z.output<typeof formAnswer>

/** What only the caller learns. */
export const doneAnswer = z.object({ said: z.string().nullable() })
export type CommandsAnswer = z.output<typeof commandsAnswer>

/** What `GET /api/v1/people` takes. */
export const peopleQuery = z.strictObject({ actor: actorName.optional(), q: z.string().trim().max(100).default('') })
export const peopleAnswer = z.object({ people: z.array(z.object({ handle: z.string(), name: z.string() })) })
