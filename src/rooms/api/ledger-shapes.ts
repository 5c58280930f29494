import { z } from 'zod'
import type { AcceptedOfKind } from '../assistant/index.ts'
import type { LedgerRow } from '../models/index.ts'
import { modelRoles } from '../settings/index.ts'
import { actorName } from './api.ts'
import { csvCell } from './csv.ts'

/** What `GET /api/v1/assistant/ledger` takes. */
export const ledgerQuery = z.strictObject({
  actor: actorName.optional(),
  format: z.enum(['json', 'csv']).default('json').describe('A page of JSON, or all of it as a table'),
  cursor: z.string().min(1).max(60).optional().describe('Where the page before ended'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Rows of a page'),
})

const outcomes = ['sent', 'answered', 'refused', 'cut', 'unreadable'] as const

/** One attempt to ask a model. */
export const ledgerRow = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  ended_at: z.iso.datetime().nullable(),
  for: z.enum(modelRoles).describe('Which of the configured models'),
  provider: z.string(),
  model: z.string(),
  address: z.string(),
  leaves: z.boolean().describe('Whether the settings say that it leaves the company'),
  purpose: z.string().nullable(),
  incident: z.string().nullable(),
  asked_by: z.string().nullable().describe('Slack user id; null where the bot asked by itself'),
  attempt: z.int(),
  outcome: z.enum(outcomes).describe('`sent`: nothing is known of an answer (yet)'),
  reason: z
    .string()
    .nullable()
    .describe(
      'Why there is no answer; of `answered`, why none of it could be used: `shape`, `language`, `unsupported`',
    ),
  status: z.int().nullable(),
  input_tokens: z.int(),
  output_tokens: z.int(),
  is_estimated: z.boolean().describe('The provider has not counted'),
  cost: z.number(),
  request: z.string().nullable().describe('The exact text that was sent; null where it is gone, or not for the reader'),
  request_sha256: z.string(),
  answer: z.string().nullable(),
  answer_sha256: z.string().nullable(),
  is_hidden: z.boolean().describe('It is about an incident that the reader may not know of: only the figures show'),
  scrubbed_at: z.iso.datetime().nullable(),
  scrubbed_for: z.string().nullable().describe('`deletion` of a message in it, or `age`'),
})
export type LedgerAnswer = z.output<typeof ledgerRow>

const acceptedAnswer = z.object({
  purpose: z.string().describe('`update`, `gap` of the postmortem, `action`, `letter`, or another of a newer bot'),
  as_is: z.int().describe('Sent as it was proposed'),
  edited: z.int().describe('Sent after an edit'),
  dropped: z.int().describe('Put away, or written in other words'),
})
export type AcceptedAnswer = z.output<typeof acceptedAnswer>

export const ledgerAnswer = z.object({
  calls: z.array(ledgerRow),
  next: z.string().nullable(),
  drafts: z
    .array(acceptedAnswer)
    .describe(
      'What became of the assistant’s drafts in the last 90 days, in the incidents that the reader may know of',
    ),
})
export type LedgerPageAnswer = z.output<typeof ledgerAnswer>

export const acceptedOf = ({ purpose, edited, dropped, ...rest }: AcceptedOfKind): AcceptedAnswer => ({
  purpose,
  as_is: rest['as-is'],
  edited,
  dropped,
})

const isoOf = (at: Date | null) => at?.toISOString() ?? null

export const ledgerRowOf = (row: LedgerRow): LedgerAnswer => ({
  id: row.id,
  at: row.at.toISOString(),
  ended_at: isoOf(row.ended_at),
  for: row.role,
  provider: row.provider,
  model: row.model,
  address: row.url,
  leaves: row.leaves,
  purpose: row.purpose,
  incident: row.incident_id,
  asked_by: row.asked_by,
  attempt: row.attempt,
  outcome: row.outcome,
  reason: row.reason,
  status: row.status,
  input_tokens: row.input_tokens,
  output_tokens: row.output_tokens,
  is_estimated: row.is_estimated,
  cost: row.cost,
  request: row.request,
  request_sha256: row.request_hash,
  answer: row.answer,
  answer_sha256: row.answer_hash,
  is_hidden: row.isHidden,
  scrubbed_at: isoOf(row.scrubbed_at),
  scrubbed_for: row.scrubbed_for,
})

const columns = Object.keys(ledgerRow.shape)

/** The first line. The mark before it tells spreadsheets that it is UTF-8. */
export const ledgerHead = `\uFEFF${columns.join(',')}\r\n`

/** One attempt as a line of the table. */
export const ledgerLine = (row: LedgerRow): string =>
  `${Object.values(ledgerRowOf(row))
    .map((cell) => csvCell(cell === null ? '' : String(cell)))
    .join(',')}\r\n`
