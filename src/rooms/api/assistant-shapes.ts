import { z } from 'zod'
import { locales } from '../../kit/i18n/index.ts'
import { actorName } from './api.ts'

const language = z.enum(locales).optional().describe('In which language; left out, that of `Accept-Language`')

const lengths = ['line', 'three', 'whole'] as const

/** What `GET /api/v1/incidents/{id}/summary` takes. */
export const summaryQuery = z.strictObject({
  actor: actorName.optional(),
  length: z
    .enum(lengths)
    .optional()
    .describe('`line` for executives, `three` lines for support, the `whole`; left out, all of them'),
  language,
})

/** What `GET /api/v1/incidents/{id}/catch-up` takes. */
export const catchUpQuery = z.strictObject({
  actor: actorName.optional(),
  since: z.iso
    .datetime({ offset: true })
    .optional()
    .describe('Since when; left out, since the person last looked, or everything'),
  language,
})

/** What `POST /api/v1/incidents/{id}/catch-up` takes. */
export const lookBody = z.strictObject({ actor: actorName.optional() })

const source = z.object({
  is: z.enum(['message', 'update', 'field', 'note', 'action', 'todo']),
  ref: z.string().describe('Which: `channel:ts` of a message, the name of a field, else its number'),
  link: z.string().nullable().describe('The message in Slack, where its address is known'),
})

export const statementAnswer = z.object({
  words: z.string(),
  standing: z
    .enum(['stated', 'quoted', 'proposed'])
    .describe('`stated`: from a field or an update; `quoted`: somebody’s words; `proposed`: for a form alone'),
  doubt: z
    .enum(['rumour', 'withdrawn', 'superseded'])
    .nullable()
    .describe('Why it is not simply so, where that was said'),
  sources: z.array(source),
})
export type StatementAnswer = z.output<typeof statementAnswer>

const madeBy = z
  .enum(['record', 'model'])
  .describe('`record`: quoted; `model`: written by a model and checked against what it cites')

export const summaryAnswer = z.object({
  line: statementAnswer.optional(),
  three: z.array(statementAnswer).optional(),
  whole: z.array(statementAnswer).optional(),
  made_at: z.iso.datetime(),
  made_by: madeBy,
})
export type SummaryAnswer = z.output<typeof summaryAnswer>

export const catchUpAnswer = z.object({
  since: z.iso.datetime().nullable().describe('null: everything is told'),
  three: z.array(statementAnswer).describe('How it stands'),
  rest: z.array(statementAnswer).describe('What has happened since'),
  made_by: madeBy,
})
export type CatchUpAnswer = z.output<typeof catchUpAnswer>

/** What `GET /api/v1/incidents/{id}/drafts` takes. */
export const draftsQuery = z.strictObject({ actor: actorName.optional(), language })

const proposal = statementAnswer.extend({ moment: z.iso.datetime().nullable() })
const letter = z.object({
  words: z.string(),
  missing: z.array(z.string()).describe('Fields that nobody has written yet'),
})

export const draftsAnswer = z.object({
  update: z.object({
    condition: statementAnswer.nullable(),
    action: statementAnswer.nullable(),
    need: statementAnswer.nullable(),
    impact: statementAnswer.nullable(),
  }),
  gaps: z.record(z.string(), z.array(proposal)).describe('By gap of the postmortem, the best first; stated nowhere'),
  actions: z.array(statementAnswer),
  labels: z
    .object({
      level: z
        .object({
          level: z.string().describe('A key of the settings'),
          why: z
            .enum(['said', 'impact', 'alike'])
            .describe(
              'Somebody said so, what was stated of the impact fits its description, or earlier incidents had it',
            ),
          words: z.string().nullable().describe('The words that it rests on; null for earlier incidents'),
          sources: z.array(source),
          earlier: z.array(z.string()).describe('The ids of earlier incidents that it rests on'),
        })
        .nullable(),
      tags: z.object({ tags: z.array(z.string()), earlier: z.array(z.string()) }).nullable(),
    })
    .describe('What is proposed of the level and the tags, but for what was put away; stated nowhere'),
  letters: z
    .object({ first: letter, next: letter, last: letter, report: letter })
    .describe('For customers, only from fields that were written for them'),
})
export type DraftsAnswer = z.output<typeof draftsAnswer>
