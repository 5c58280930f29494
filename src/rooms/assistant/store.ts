import { sql } from 'kysely'
import { z } from 'zod'
import { json, type Reader, type Tx } from '../../kit/db/index.ts'
import type { Locale } from '../../kit/i18n/index.ts'
import { readLeniently } from '../../kit/lenient.ts'
import { type Looker, readableBy } from '../access/index.ts'
import type { FieldName, Summary } from './statement.ts'

/** Up to when somebody was shown how an incident stands; null where they never were. */
export async function lookedAt(reader: Reader, incidentId: string, userId: string): Promise<Date | null> {
  const row = await reader
    .selectFrom('assistant_looks')
    .select('at')
    .where('incident_id', '=', incidentId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row?.at ?? null
}

/** Notes that somebody was shown how it stands; a look that was noted later stays. */
export async function writeLook(tx: Tx, incidentId: string, userId: string, at: Date): Promise<void> {
  await tx
    .insertInto('assistant_looks')
    .values({ incident_id: incidentId, user_id: userId, at })
    .onConflict((conflict) =>
      conflict.columns(['incident_id', 'user_id']).doUpdateSet({ at }).where('assistant_looks.at', '<', at),
    )
    .execute()
}

/** Whether people have switched the assistant off for an incident. */
export async function isSwitchedOff(reader: Reader, incidentId: string): Promise<boolean> {
  const row = await reader
    .selectFrom('assistant_switches')
    .select('at')
    .where('incident_id', '=', incidentId)
    .executeTakeFirst()
  return row !== undefined
}

/** Switches it off; what was made stays nowhere. */
export async function writeOff(tx: Tx, incidentId: string, by: string, at: Date): Promise<void> {
  await tx.insertInto('assistant_switches').values({ incident_id: incidentId, by_user: by, at }).execute()
  await forgetMade(tx, incidentId)
}

export async function writeOn(tx: Tx, incidentId: string): Promise<void> {
  await tx.deleteFrom('assistant_switches').where('incident_id', '=', incidentId).execute()
}

const fieldNames = [
  'status',
  'service',
  'summary',
  'impact',
  'level',
  'handler',
  'occurred_at',
  'detected_at',
  'detected_by',
  'declared_at',
  'recovered_at',
  'completed_at',
  'recovery_note',
] as const satisfies readonly FieldName[]
const source = z.union([
  z.object({ is: z.literal('message'), channelId: z.string(), ts: z.string(), permalink: z.string().nullable() }),
  z.object({ is: z.enum(['update', 'note', 'action', 'todo']), n: z.int() }),
  z.object({ is: z.literal('field'), name: z.enum(fieldNames) }),
])
const statement = z
  .object({
    words: z.string(),
    sources: z.tuple([source], source),
    standing: z.enum(['stated', 'quoted', 'proposed']),
    doubt: z.enum(['rumour', 'withdrawn', 'superseded']).optional(),
  })
  .transform(({ doubt, ...said }) => (doubt ? { ...said, doubt } : said))
const summary: z.ZodType<Summary> = z.object({
  line: statement,
  three: z.array(statement),
  whole: z.array(statement),
})

/** A summary as it was made last. `madeOf`: from what, to the letter. */
export type Kept = { summary: Summary; madeOf: string; madeAt: Date }

export async function keptSummary(reader: Reader, incidentId: string, language: Locale): Promise<Kept | undefined> {
  const row = await reader
    .selectFrom('assistant_summaries')
    .select(['summary', 'made_of as madeOf', 'made_at as madeAt'])
    .where('incident_id', '=', incidentId)
    .where('language', '=', language)
    .executeTakeFirst()
  const read = row && readLeniently(summary, row.summary)?.value
  return row && read && { ...row, summary: read }
}

export async function writeSummary(tx: Tx, incidentId: string, language: Locale, kept: Kept): Promise<void> {
  const row = { made_of: kept.madeOf, made_at: kept.madeAt, summary: json(kept.summary) }
  await tx
    .insertInto('assistant_summaries')
    .values({ incident_id: incidentId, language, ...row })
    .onConflict((conflict) => conflict.columns(['incident_id', 'language']).doUpdateSet(row))
    .execute()
}

/** Takes away all that was made of an incident's words and is kept. */
export async function forgetMade(tx: Tx, incidentId: string): Promise<void> {
  await tx.deleteFrom('assistant_summaries').where('incident_id', '=', incidentId).execute()
  await tx.deleteFrom('assistant_drafts').where('incident_id', '=', incidentId).execute()
}

/** A draft that stands in somebody's form, by field. */
export type Draft = {
  id: string
  incidentId: string
  userId: string
  purpose: string
  fields: Readonly<Record<string, string>>
}

export async function writeDraft(tx: Tx, { id, incidentId, userId, purpose, fields }: Draft, at: Date): Promise<void> {
  await tx
    .insertInto('assistant_drafts')
    .values({ id, incident_id: incidentId, user_id: userId, purpose, fields: json(fields), at })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ fields: json(fields), at })
        .where('assistant_drafts.incident_id', '=', incidentId)
        .where('assistant_drafts.user_id', '=', userId),
    )
    .execute()
}

const fieldsOf = z.record(z.string(), z.string())

/** Takes a draft out: it is settled once. Undefined where it is gone. */
export async function takeDraft(tx: Tx, incidentId: string, id: string): Promise<Draft | undefined> {
  const row = await tx
    .deleteFrom('assistant_drafts')
    .where('id', '=', id)
    .where('incident_id', '=', incidentId)
    .returning(['user_id as userId', 'purpose', 'fields'])
    .executeTakeFirst()
  const fields = row && readLeniently(fieldsOf, row.fields)?.value
  return row && fields && { id, incidentId, userId: row.userId, purpose: row.purpose, fields }
}

/** How many drafts stand in forms that nobody has sent. */
export async function countUnsent(reader: Reader, incidentId: string): Promise<number> {
  const row = await reader
    .selectFrom('assistant_drafts')
    .select((is) => is.fn.countAll<string>().as('count'))
    .where('incident_id', '=', incidentId)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** How often what was proposed since a moment was used, and how, by purpose, over the incidents that the looker may know of. */
export async function settledSince(
  reader: Reader,
  looker: Looker,
  since: Date,
): Promise<{ purpose: string; use: string; count: number }[]> {
  const purpose = sql<string>`split_part(facts.data ->> 'purpose', ':', 1)`
  const use = sql<string>`facts.data ->> 'use'`
  const rows = await reader
    .selectFrom('facts')
    .innerJoin('incidents', (on) => on.on(sql<boolean>`incidents.id = split_part(facts.subject, ':', 2)`))
    .where('facts.type', '=', sql.lit('assistant.draft_settled'))
    .where('facts.at', '>=', since)
    .where(readableBy(looker))
    .select((is) => [purpose.as('purpose'), use.as('use'), is.fn.countAll<string>().as('count')])
    .groupBy([purpose, use])
    .orderBy(purpose)
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

/** What was put away of the proposals of an incident. */
export async function dismissedOf(reader: Reader, incidentId: string): Promise<Set<string>> {
  const rows = await reader
    .selectFrom('assistant_dismissals')
    .select('what')
    .where('incident_id', '=', incidentId)
    .execute()
  return new Set(rows.map(({ what }) => what))
}

/** Puts a proposal away; false when it was before. */
export async function writeDismissal(tx: Tx, incidentId: string, what: string, by: string, at: Date): Promise<boolean> {
  const row = await tx
    .insertInto('assistant_dismissals')
    .values({ incident_id: incidentId, what, by_user: by, at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('what')
    .executeTakeFirst()
  return row !== undefined
}
