import type { Reader, Tx } from '../../kit/db/index.ts'
import {
  type GapKey,
  gapKeys,
  type Postmortem,
  type PostmortemStatus,
  type SectionKey,
  type Written,
} from './postmortem.ts'

/** How the postmortem of an incident stands; one without a row has no draft yet. */
export async function postmortemOf(reader: Reader, incidentId: string): Promise<Postmortem> {
  const row = await reader
    .selectFrom('postmortems')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .executeTakeFirst()
  return {
    incidentId,
    // The column holds only the words that its check constraint lists.
    status: (row?.status ?? 'none') as PostmortemStatus,
    draftedAt: row?.drafted_at ?? null,
    since: row?.since ?? null,
    byHand: row?.by_hand ? { link: row.link } : null,
    archives: row?.archives ?? null,
    filledThere: gapKeys.filter((gap) => row?.filled_there.includes(gap)),
  }
}

/** How far those of several incidents have come; one that nobody has begun is not among them. */
export async function statusesOf(
  reader: Reader,
  incidentIds: readonly string[],
): Promise<ReadonlyMap<string, PostmortemStatus>> {
  if (incidentIds.length === 0) return new Map()
  const rows = await reader
    .selectFrom('postmortems')
    .select(['incident_id', 'status'])
    .where('incident_id', 'in', incidentIds)
    .execute()
  // The column holds only the words that its check constraint lists.
  return new Map(rows.map((row) => [row.incident_id, row.status as PostmortemStatus]))
}

/** Writes how it stands from now on; what is left out of the change stays. */
export async function keepPostmortem(
  tx: Tx,
  incidentId: string,
  change: {
    status: Exclude<PostmortemStatus, 'none'>
    draftedAt?: Date
    archives?: string | null
    byHand?: { link: string | null }
  },
  now: Date,
): Promise<void> {
  const values = {
    status: change.status,
    since: now,
    by_hand: change.byHand !== undefined,
    link: change.byHand?.link ?? null,
    ...(change.draftedAt ? { drafted_at: change.draftedAt } : {}),
    ...(change.archives === undefined ? {} : { archives: change.archives }),
  }
  await tx
    .insertInto('postmortems')
    .values({ incident_id: incidentId, ...values })
    .onConflict((conflict) => conflict.column('incident_id').doUpdateSet(values))
    .execute()
}

/** What people have filled in where the document went. */
export async function keepFilledThere(tx: Tx, incidentId: string, gaps: readonly GapKey[]): Promise<void> {
  await tx
    .updateTable('postmortems')
    .set({ filled_there: [...gaps] })
    .where('incident_id', '=', incidentId)
    .execute()
}

/** The newest version of every section that somebody wrote. */
export async function writtenOf(reader: Reader, incidentId: string): Promise<Map<SectionKey, Written>> {
  const rows = await reader
    .selectFrom('postmortem_texts')
    .selectAll()
    .distinctOn('section')
    .where('incident_id', '=', incidentId)
    .orderBy('section')
    .orderBy('n', 'desc')
    .execute()
  return new Map(
    rows.map((row) => {
      const section = row.section as SectionKey
      return [section, { section, version: row.n, words: row.words, by: row.by, at: row.at }]
    }),
  )
}

/** Adds a version of a section. The caller holds the incident. */
export async function writeText(
  tx: Tx,
  incidentId: string,
  { section, version, words, by, at }: Written,
  question: string | null,
): Promise<void> {
  await tx
    .insertInto('postmortem_texts')
    .values({ incident_id: incidentId, section, n: version, words, by, at, question })
    .execute()
}
