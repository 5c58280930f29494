import type { Tx } from '../../kit/db/index.ts'
import type { Locale } from '../../kit/i18n/index.ts'
import { incidentSubject, reserveName } from '../channel/index.ts'
import { commit, person, Refusal, type Through, unchanged, type World } from '../facts/index.ts'
import { type DeclareInput, declareInput, type Incident, type Origin } from './incident.ts'
import { mustBeRecent } from './sensible.ts'
import { incidentById, incidentOfView, insertIncident } from './store.ts'
import { byOwnClock } from './times.ts'

/** Who declares, and from where. `viewId` is the form's: submitted twice, it declares once. */
export type DeclareOrigin = {
  by: string
  /** The token of the API through which it is declared. */
  through?: Through
  locale: Locale
  viewId: string | null
  invitationId: string | null
  /** The message that it is declared from. */
  origin: Origin | null
  /** A call that may be repeated: which incident it declared before, and where to keep that it did. */
  once?: { earlier(tx: Tx, now: Date): Promise<string | undefined>; keep(tx: Tx, incidentId: string): Promise<void> }
}

/** Declares an incident: the row, its channel's name, and the fact. Everything in Slack follows from those. */
export async function declare(world: World, input: DeclareInput, origin: DeclareOrigin): Promise<Incident> {
  const wanted = declareInput.parse(input)
  const settings = world.settings()
  if (!settings.services[wanted.service]) throw new Refusal('service-unknown', {}, 'service')
  if (wanted.urgency && !settings.urgencies.some(({ key }) => key === wanted.urgency)) {
    throw new Refusal('urgency-unknown', {}, 'urgency')
  }
  if (wanted.level && !settings.levels.steps.some(({ key }) => key === wanted.level)) {
    throw new Refusal('level-unknown', {}, 'level')
  }
  const detectedAt = wanted.detectedAt && byOwnClock(wanted.detectedAt, world.clock.now())
  if (detectedAt && detectedAt > world.clock.now()) throw new Refusal('time-in-future', {}, 'detected_at')
  if (detectedAt) mustBeRecent(detectedAt, world.clock.now(), 'detected_at')
  return commit(world, person(origin.by, origin.through), async (tx, now) => {
    const earlier = await declaredBefore(tx, origin, now)
    if (earlier) return unchanged(earlier)
    const incident: Incident = {
      id: world.ids.next('inc'),
      status: 'responding',
      service: wanted.service,
      summary: wanted.summary,
      impact: null,
      urgency: wanted.urgency,
      level: wanted.level,
      types: wanted.types,
      tags: [],
      kind: wanted.kind,
      visibility: wanted.visibility,
      permanence: null,
      declaredBy: origin.by,
      occurredAt: null,
      detectedAt,
      detectedBy: wanted.detectedBy,
      declaredAt: now,
      handlerTakenAt: null,
      recoveredAt: null,
      completedAt: null,
      postmortemOwner: null,
      postmortemDue: null,
      declareViewId: origin.viewId,
      declareLocale: origin.locale,
      invitationId: origin.invitationId,
      mergedInto: null,
      origin: origin.origin,
    }
    if (!(await insertIncident(tx, incident))) {
      // The same form won the race in another process.
      const twin = await declaredBefore(tx, origin, now)
      return unchanged(twin ?? incident)
    }
    await origin.once?.keep(tx, incident.id)
    await reserveName(
      tx,
      {
        incidentId: incident.id,
        service: incident.service,
        date: now,
        kind: incident.kind,
        visibility: incident.visibility,
      },
      settings,
    )
    const { service, summary, urgency, level, kind, visibility, invitationId, detectedBy } = incident
    const subject = incidentSubject(incident.id)
    const levelSet = { from: null, to: level ?? '', reason: null, status: incident.status }
    return {
      facts: [
        {
          subject,
          type: 'incident.declared',
          data: { service, summary, urgency, kind, visibility, invitationId, detectedBy, origin: incident.origin },
        },
        ...(level ? [{ subject, type: 'incident.level_set' as const, data: levelSet }] : []),
      ],
      result: incident,
    }
  })
}

async function declaredBefore(tx: Tx, { viewId, once }: DeclareOrigin, now: Date): Promise<Incident | undefined> {
  if (viewId) return incidentOfView(tx, viewId)
  const made = await once?.earlier(tx, now)
  return made === undefined ? undefined : incidentById(tx, made)
}
