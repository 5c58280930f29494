import type { z } from 'zod'
import type { Reader } from '../../kit/db/index.ts'
import type { Looker } from '../access/index.ts'
import { namesOf, peopleByAnyName } from '../directory/index.ts'
import type { World } from '../facts/index.ts'
import { type Core, listedOne, listPage } from '../reading/index.ts'
import { incidentsHolding } from '../search/index.ts'
import { partyMeant } from '../settings/index.ts'
import { handlerOf } from '../situation/index.ts'
import type { IncidentAnswer, listAnswer } from './api.ts'
import { type ListQuery, orderBy, wantedBy } from './list-query.ts'

const isoOf = (at: Date | null): string | null => at?.toISOString() ?? null

/** An incident as the API tells of it. */
export function answerOf(core: Core): IncidentAnswer {
  const { incident, channel } = core
  return {
    id: incident.id,
    status: incident.status,
    service: incident.service,
    summary: incident.summary,
    impact: incident.impact,
    urgency: incident.urgency,
    level: incident.level,
    type: [...incident.types],
    tags: [...incident.tags],
    kind: incident.kind,
    visibility: incident.visibility,
    handler: handlerOf(core) ?? null,
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

/** One incident; undefined where there is none, or none that the caller may be told of. */
export async function oneIncident(reader: Reader, id: string, looker: Looker): Promise<IncidentAnswer | undefined> {
  const core = await listedOne(reader, looker, id)
  return core && answerOf(core)
}

/** What is looked for: by the settings of this moment, and by who is meant. */
export async function chosenBy({ db, settings }: Pick<World, 'db' | 'settings'>, query: ListQuery) {
  const named = query.person === undefined ? [] : await peopleByAnyName(db.read, [partyMeant(query.person)])
  const holding = query.q ? await incidentsHolding(db.read, query.q) : undefined
  const wanted = query.q && !holding ? undefined : wantedBy(query, settings(), named[0]?.id)
  return { wanted: wanted && { ...wanted, holding }, order: orderBy(query, settings()) }
}

/** A page of the incidents that are looked for. Of those that the caller may not be told of not even the number shows. */
export async function incidentsPage(
  world: Pick<World, 'db' | 'settings'>,
  looker: Looker,
  query: ListQuery,
): Promise<z.output<typeof listAnswer>> {
  const { wanted, order } = await chosenBy(world, query)
  if (!wanted) return { incidents: [], people: {}, next: null, has_more: false }
  const { read } = world.db
  const { cores, next } = await listPage(read, looker, wanted, { after: query.cursor, limit: query.limit, order })
  return { incidents: cores.map(answerOf), people: await peopleIn(read, cores), next, has_more: next !== null }
}

/** The names of who declared and who leads. */
export async function peopleIn(reader: Reader, cores: readonly Core[]): Promise<Record<string, string>> {
  const ids = cores.flatMap((core) => [core.incident.declaredBy, handlerOf(core) ?? core.incident.declaredBy])
  return Object.fromEntries(await namesOf(reader, ids))
}
