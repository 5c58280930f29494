import type { Reader, Tx } from '../../kit/db/index.ts'
import type { Publication, PublicationState, Without } from './publication.ts'

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const select = (reader: Reader) => reader.selectFrom('publications').selectAll()

/** The checks of the table hold the narrower types. Ids of comments are below 2^53. */
const fromRow = (row: Row): Publication => ({
  incidentId: row.incident_id,
  kind: row.kind as Publication['kind'],
  place: row.place,
  branch: row.branch,
  path: row.path,
  secret: row.secret,
  writtenBlob: row.written_blob,
  intendedBlobs: row.intended_blobs,
  number: row.number,
  url: row.url,
  nodeId: row.node_id,
  titleHash: row.title_hash,
  state: row.state as PublicationState,
  edited: row.edited,
  draftRefused: row.draft_refused,
  readiedAt: row.readied_at,
  reviewersAskedAt: row.reviewers_asked_at,
  labelledAt: row.labelled_at,
  without: row.without as Without[],
  adviceComment: row.advice_comment === null ? null : Number(row.advice_comment),
  adviceHash: row.advice_hash,
  differenceComment: row.difference_comment === null ? null : Number(row.difference_comment),
  differenceHash: row.difference_hash,
  error: row.error,
  detail: row.detail,
  attempts: row.attempts,
})

/** Where the document of an incident went, and how it stands there; undefined while it went nowhere. */
export async function publicationOf(reader: Reader, incidentId: string): Promise<Publication | undefined> {
  const row = await select(reader).where('incident_id', '=', incidentId).executeTakeFirst()
  return row && fromRow(row)
}

/**
 * The document of a pull request. A repository that was renamed or given away tells by a name that nobody here knows: then it is looked for
 * by the number alone, which costs a look more.
 */
export async function incidentsOfPull(reader: Reader, repository: string, number: number): Promise<string[]> {
  const rows = await reader
    .selectFrom('publications')
    .select(['incident_id', 'place'])
    .where('kind', '=', 'github')
    .where('number', '=', number)
    .orderBy('incident_id')
    .execute()
  const named = rows.filter(({ place }) => place.toLowerCase() === repository.toLowerCase())
  return (named.length > 0 ? named : rows).map((row) => row.incident_id)
}

/** The incidents whose documents are kept from the same place, or by the same reason. */
export async function stuckLike(
  tx: Tx,
  { incidentId, place, error }: Pick<Publication, 'incidentId' | 'place' | 'error'>,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('publications')
    .select('incident_id')
    .where('incident_id', '!=', incidentId)
    .where('error', 'is not', null)
    .where((where) => where.or([where('place', '=', place), where('error', '=', error ?? '')]))
    .execute()
  return rows.map((row) => row.incident_id)
}

/** Whether another incident's document stands there: its branch then has that name, too. */
export async function isPathTaken(tx: Tx, kind: Publication['kind'], place: string, path: string): Promise<boolean> {
  const row = await tx
    .selectFrom('publications')
    .select('incident_id')
    .where('kind', '=', kind)
    .where('place', '=', place)
    .where('path', '=', path)
    .executeTakeFirst()
  return row !== undefined
}

/** Where a document goes. */
type Destination = Pick<Publication, 'incidentId' | 'kind' | 'place' | 'branch' | 'path' | 'secret'>

const destinationColumns = ({ incidentId, ...where }: Destination) => ({
  incident_id: incidentId,
  kind: where.kind,
  place: where.place,
  branch: where.branch,
  path: where.path,
  secret: where.secret,
  state: 'none' as const,
})

/** Notes where a document will go, before anything is done there. */
export async function addPublication(tx: Tx, destination: Destination): Promise<void> {
  await tx
    .insertInto('publications')
    .values(destinationColumns(destination))
    .onConflict((conflict) => conflict.column('incident_id').doNothing())
    .execute()
}

/** Takes it for one worker until `until`. Answers false while another one has it. */
export async function hold(tx: Tx, incidentId: string, holder: string, now: Date, until: Date): Promise<boolean> {
  const row = await tx
    .updateTable('publications')
    .set({ holder, held_until: until })
    .where('incident_id', '=', incidentId)
    .where((where) =>
      where.or([where('holder', 'is', null), where('holder', '=', holder), where('held_until', '<=', now)]),
    )
    .returning('incident_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function letGo(tx: Tx, incidentId: string, holder: string): Promise<void> {
  await tx
    .updateTable('publications')
    .set({ holder: null, held_until: null })
    .where('incident_id', '=', incidentId)
    .where('holder', '=', holder)
    .execute()
}

/** Nobody works on anything: where no other process can, after a crash of the only one. */
export async function letAllGo(tx: Tx): Promise<void> {
  await tx.updateTable('publications').set({ holder: null, held_until: null }).where('holder', 'is not', null).execute()
}

export type PublicationChange = Partial<Omit<Publication, 'incidentId' | 'kind' | 'place' | 'branch' | 'path'>> & {
  seenAt?: Date
}

/** Writes what has become of it; what is left out stays. */
export async function changePublication(tx: Tx, incidentId: string, change: PublicationChange): Promise<void> {
  const columns = {
    secret: change.secret,
    written_blob: change.writtenBlob,
    intended_blobs: change.intendedBlobs && [...change.intendedBlobs],
    number: change.number,
    url: change.url,
    node_id: change.nodeId,
    title_hash: change.titleHash,
    state: change.state,
    edited: change.edited,
    draft_refused: change.draftRefused,
    readied_at: change.readiedAt,
    reviewers_asked_at: change.reviewersAskedAt,
    labelled_at: change.labelledAt,
    without: change.without && [...change.without],
    advice_comment: change.adviceComment,
    advice_hash: change.adviceHash,
    difference_comment: change.differenceComment,
    difference_hash: change.differenceHash,
    error: change.error,
    detail: change.detail,
    attempts: change.attempts,
    seen_at: change.seenAt,
  }
  const set = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
  if (Object.keys(set).length === 0) return
  await tx.updateTable('publications').set(set).where('incident_id', '=', incidentId).execute()
}

/** Forgets where the document stood, because it is published elsewhere: the facts keep where it was. */
export async function rehome(tx: Tx, destination: Destination): Promise<void> {
  const holding = await tx
    .deleteFrom('publications')
    .where('incident_id', '=', destination.incidentId)
    .returning(['holder', 'held_until'])
    .executeTakeFirst()
  await tx
    .insertInto('publications')
    .values({ ...destinationColumns(destination), ...holding })
    .execute()
}

/** Keeps a webhook delivery. Answers false for one that came before. */
export async function keepDelivery(
  tx: Tx,
  delivery: { id: string; event: string; repository: string; number: number | null; receivedAt: Date },
): Promise<boolean> {
  const { receivedAt, ...rest } = delivery
  const row = await tx
    .insertInto('github_deliveries')
    .values({ ...rest, received_at: receivedAt })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Forgets deliveries that came before `before`: GitHub offers to send again for three days. */
export async function forgetDeliveries(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('github_deliveries').where('received_at', '<', before).execute()
}
