import type { Reader } from '../../kit/db/index.ts'
import type { Viewer } from '../access/index.ts'
import { sees } from '../assembly/index.ts'
import { openIncidents } from '../incident/index.ts'
import { handlerOf, type Situation, situationOf } from '../situation/index.ts'
import type { IncidentAnswer } from './api.ts'

/** Read in one go; more open incidents than this are looked through by people no longer. */
const mostLookedAt = 1_000

const isoOf = (at: Date | null): string | null => at?.toISOString() ?? null

/** An incident as the API tells of it. */
export function answerOf(situation: Situation): IncidentAnswer {
  const { incident, channel } = situation
  return {
    id: incident.id,
    status: incident.status,
    service: incident.service,
    summary: incident.summary,
    impact: incident.impact,
    urgency: incident.urgency,
    level: incident.level,
    type: [...incident.types],
    kind: incident.kind,
    visibility: incident.visibility,
    handler: handlerOf(situation) ?? null,
    declared_by: incident.declaredBy,
    declared_at: incident.declaredAt.toISOString(),
    occurred_at: isoOf(incident.occurredAt),
    detected_at: isoOf(incident.detectedAt),
    detected_by: incident.detectedBy,
    recovered_at: isoOf(incident.recoveredAt),
    completed_at: isoOf(incident.completedAt),
    channel: { id: channel.channelId, name: channel.name },
  }
}

/** Whether a caller may be told: a private incident only in the name of somebody who may know of it. */
export const mayBeTold = (situation: Situation, actor: Viewer | undefined): boolean =>
  actor === undefined ? situation.incident.visibility === 'public' : sees(situation, actor)

/** One incident; undefined where there is none, or none that the caller may be told of. */
export async function oneIncident(
  reader: Reader,
  id: string,
  actor: Viewer | undefined,
): Promise<IncidentAnswer | undefined> {
  const situation = await situationOf(reader, id)
  return situation && mayBeTold(situation, actor) ? answerOf(situation) : undefined
}

/** Incidents that are not over, the newest first. Of those that the caller may not be told of not even the number shows. */
export async function openOnes(
  reader: Reader,
  limit: number,
  actor: Viewer | undefined,
): Promise<{ incidents: IncidentAnswer[]; has_more: boolean }> {
  const incidents: IncidentAnswer[] = []
  for (const { id, visibility } of await openIncidents(reader, mostLookedAt)) {
    if (visibility === 'private' && actor === undefined) continue
    const answer = await oneIncident(reader, id, actor)
    if (answer && incidents.length === limit) return { incidents, has_more: true }
    if (answer) incidents.push(answer)
  }
  return { incidents, has_more: false }
}
