import type { Material } from '../src/rooms/assistant/index.ts'
import type { Case } from './case.ts'
import { linesOf } from './channel.ts'
import { momentOf } from './moment.ts'

/** A case as the assistant gets it, a minute after its last word. */
export function materialOf(given: Case): Material {
  const { incident } = given
  const lines = linesOf(given)
  const moment = (time: string | null) => (time ? momentOf(given, time) : null)
  const ends = [
    ...lines.map(({ saidAt }) => saidAt.getTime()),
    ...given.updates.map(({ at }) => momentOf(given, at).getTime()),
  ]
  return {
    now: new Date(Math.max(...ends) + 60_000),
    timeZone: given.zone,
    handler: incident.handler ? { id: `U0${incident.handler}`, name: incident.handler } : null,
    incident: {
      id: given.name,
      status: incident.status,
      service: { ja: incident.service, en: incident.service },
      summary: incident.summary,
      impact: incident.impact,
      level: null,
      urgency: null,
      types: [],
      kind: 'real',
      visibility: incident.visibility,
      permanence: null,
      detectedBy: null,
      occurredAt: moment(incident.occurred),
      detectedAt: moment(incident.detected),
      declaredAt: momentOf(given, incident.declared),
      recoveredAt: moment(incident.recovered),
      completedAt: null,
      recoveryNote: incident.recovery_note,
    },
    updates: given.updates.map(({ at, by, condition, action, need, impact }, n) => ({
      n: n + 1,
      at: momentOf(given, at),
      report: n === 0 ? 'first' : 'follow_up',
      condition,
      action,
      need,
      impact,
      authorName: by ?? incident.handler,
      nextAt: null,
    })),
    lines,
    notes: [],
    actions: [],
    todos: [],
  }
}
