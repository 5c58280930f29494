import type { Reader, Tx } from '../../kit/db/index.ts'
import type { Detection, Incident, Permanence, Status } from './incident.ts'

const columns = [
  'id',
  'status',
  'service',
  'summary',
  'impact',
  'urgency',
  'level',
  'types',
  'tags',
  'kind',
  'visibility',
  'permanence',
  'declared_by',
  'occurred_at',
  'detected_at',
  'detected_by',
  'declared_at',
  'handler_taken_at',
  'recovered_at',
  'completed_at',
  'postmortem_owner',
  'postmortem_due',
  'declare_view_id',
  'declare_locale',
  'invitation_id',
  'merged_into',
  'origin_channel_id',
  'origin_ts',
  'origin_thread_ts',
] as const

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const select = (reader: Reader) => reader.selectFrom('incidents').select(columns)

/** The checks of the table hold the narrower types of status, kind and the like. */
const fromRow = (row: Row): Incident => ({
  id: row.id,
  status: row.status as Status,
  service: row.service,
  summary: row.summary,
  impact: row.impact,
  urgency: row.urgency,
  level: row.level,
  types: row.types as Incident['types'],
  tags: row.tags,
  kind: row.kind as Incident['kind'],
  visibility: row.visibility as Incident['visibility'],
  permanence: row.permanence as Permanence | null,
  declaredBy: row.declared_by,
  occurredAt: row.occurred_at,
  detectedAt: row.detected_at,
  detectedBy: row.detected_by as Detection | null,
  declaredAt: row.declared_at,
  handlerTakenAt: row.handler_taken_at,
  recoveredAt: row.recovered_at,
  completedAt: row.completed_at,
  postmortemOwner: row.postmortem_owner,
  postmortemDue: row.postmortem_due,
  declareViewId: row.declare_view_id,
  declareLocale: row.declare_locale as Incident['declareLocale'],
  invitationId: row.invitation_id,
  mergedInto: row.merged_into,
  origin:
    row.origin_channel_id && row.origin_ts
      ? { channelId: row.origin_channel_id, ts: row.origin_ts, threadTs: row.origin_thread_ts }
      : null,
})

/** Writes a new incident; false when the same form has declared one already. */
export async function insertIncident(tx: Tx, incident: Incident): Promise<boolean> {
  const row = await tx
    .insertInto('incidents')
    .values({
      id: incident.id,
      status: incident.status,
      service: incident.service,
      summary: incident.summary,
      urgency: incident.urgency,
      types: [...incident.types],
      kind: incident.kind,
      visibility: incident.visibility,
      declared_by: incident.declaredBy,
      detected_at: incident.detectedAt,
      detected_by: incident.detectedBy,
      declared_at: incident.declaredAt,
      declare_view_id: incident.declareViewId,
      declare_locale: incident.declareLocale,
      invitation_id: incident.invitationId,
      origin_channel_id: incident.origin?.channelId ?? null,
      origin_ts: incident.origin?.ts ?? null,
      origin_thread_ts: incident.origin?.threadTs ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function incidentById(reader: Reader, id: string): Promise<Incident | undefined> {
  const row = await select(reader).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Several at once, in no order. */
export async function incidentsByIds(reader: Reader, ids: readonly string[]): Promise<Incident[]> {
  if (ids.length === 0) return []
  return (await select(reader).where('id', 'in', ids).execute()).map(fromRow)
}

/** The same, held against other changes until the transaction ends. */
export async function lockIncident(tx: Tx, id: string): Promise<Incident | undefined> {
  const row = await select(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

export async function incidentOfView(reader: Reader, viewId: string): Promise<Incident | undefined> {
  const row = await select(reader).where('declare_view_id', '=', viewId).executeTakeFirst()
  return row && fromRow(row)
}

/** The incident that was declared from an answer to a mention, the newest first. */
export async function incidentsOfInvitation(reader: Reader, invitationId: string): Promise<Incident[]> {
  const rows = await select(reader).where('invitation_id', '=', invitationId).orderBy('declared_at', 'desc').execute()
  return rows.map(fromRow)
}

/** What was merged into an incident, by id. */
export async function absorbedBy(reader: Reader, id: string): Promise<string[]> {
  const rows = await reader.selectFrom('incidents').select('id').where('merged_into', '=', id).orderBy('id').execute()
  return rows.map((row) => row.id)
}

/** Incidents that are recovered and not completed, the oldest first, at most `limit`. */
export async function recoveredIncidents(reader: Reader, limit: number): Promise<Incident[]> {
  const rows = await select(reader).where('status', '=', 'recovered').orderBy('recovered_at').limit(limit).execute()
  return rows.map(fromRow)
}

/** What a verb may change of an incident's row. */
export type IncidentChange = Partial<
  Pick<
    Incident,
    | 'status'
    | 'summary'
    | 'impact'
    | 'level'
    | 'types'
    | 'tags'
    | 'kind'
    | 'visibility'
    | 'permanence'
    | 'occurredAt'
    | 'detectedAt'
    | 'declaredAt'
    | 'handlerTakenAt'
    | 'recoveredAt'
    | 'completedAt'
    | 'postmortemOwner'
    | 'postmortemDue'
    | 'mergedInto'
  >
>

export async function changeIncident(tx: Tx, id: string, change: IncidentChange): Promise<void> {
  await tx
    .updateTable('incidents')
    .set({
      ...(change.status === undefined ? {} : { status: change.status }),
      ...(change.summary === undefined ? {} : { summary: change.summary }),
      ...(change.impact === undefined ? {} : { impact: change.impact }),
      ...(change.level === undefined ? {} : { level: change.level }),
      ...(change.types === undefined ? {} : { types: [...change.types] }),
      ...(change.tags === undefined ? {} : { tags: [...change.tags] }),
      ...(change.kind === undefined ? {} : { kind: change.kind }),
      ...(change.visibility === undefined ? {} : { visibility: change.visibility }),
      ...(change.permanence === undefined ? {} : { permanence: change.permanence }),
      ...(change.occurredAt === undefined ? {} : { occurred_at: change.occurredAt }),
      ...(change.detectedAt === undefined ? {} : { detected_at: change.detectedAt }),
      ...(change.declaredAt === undefined ? {} : { declared_at: change.declaredAt }),
      ...(change.handlerTakenAt === undefined ? {} : { handler_taken_at: change.handlerTakenAt }),
      ...(change.recoveredAt === undefined ? {} : { recovered_at: change.recoveredAt }),
      ...(change.completedAt === undefined ? {} : { completed_at: change.completedAt }),
      ...(change.postmortemOwner === undefined ? {} : { postmortem_owner: change.postmortemOwner }),
      ...(change.mergedInto === undefined ? {} : { merged_into: change.mergedInto }),
      ...(change.postmortemDue === undefined ? {} : { postmortem_due: change.postmortemDue }),
    })
    .where('id', '=', id)
    .execute()
}

/** How many real, public incidents are not over. */
export async function countOpenPublic(reader: Reader): Promise<number> {
  const row = await reader
    .selectFrom('incidents')
    .select((values) => values.fn.countAll<number>().as('count'))
    .where('status', 'in', ['responding', 'recovered'])
    .where('visibility', '=', 'public')
    .where('kind', '=', 'real')
    .executeTakeFirstOrThrow()
  return row.count
}
