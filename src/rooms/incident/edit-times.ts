import { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { type Incident, reasonOrNone } from './incident.ts'
import { pastMoment } from './sensible.ts'
import { changeIncident } from './store.ts'
import {
  byOwnClock,
  problemOf,
  sameMinute,
  type TimeField,
  type TimeProblem,
  type Times,
  timeFields,
  timesOf,
} from './times.ts'
import { verb } from './verb.ts'

/** A field left out stays what it is; null says that nobody knows. */
const timesInput = z.strictObject({
  occurred_at: pastMoment.nullish(),
  detected_at: pastMoment.nullish(),
  declared_at: pastMoment.nullish(),
  handler_taken_at: pastMoment.nullish(),
  recovered_at: pastMoment.nullish(),
  completed_at: pastMoment.nullish(),
  reason: reasonOrNone,
})

/** Corrects when things happened. What was said before, who corrected it and why stays in the fact. */
export const editTimes = verb({
  name: 'edit-times',
  input: timesInput,
  right: 'respond',
  async change({ tx, now, incident }, { reason, ...times }) {
    const before = timesOf(incident)
    const said = (field: TimeField) => {
      const at = times[field]
      return at === undefined ? before[field] : at && byOwnClock(at, now)
    }
    const changed = timeFields.filter((field) => !sameMinute(before[field], said(field)))
    const [first] = changed
    if (!first) throw new Refusal('nothing-changed', {}, 'reason')
    const wanted = Object.fromEntries(
      timeFields.map((field) => [field, changed.includes(field) ? said(field) : before[field]]),
      // Every field is there.
    ) as Times
    const problem = problemOf(wanted, { changed, needed: neededIn(incident), now })
    if (problem) throw timeRefusal(problem)
    const { declared_at: declaredAt } = wanted
    await changeIncident(tx, incident.id, {
      occurredAt: wanted.occurred_at,
      detectedAt: wanted.detected_at,
      ...(declaredAt ? { declaredAt } : {}),
      handlerTakenAt: wanted.handler_taken_at,
      recoveredAt: wanted.recovered_at,
      completedAt: wanted.completed_at,
    })
    const changes = changed.map((field) => ({
      field,
      from: before[field]?.toISOString() ?? null,
      to: wanted[field]?.toISOString() ?? null,
    }))
    return {
      facts: [{ subject: incidentSubject(incident.id), type: 'incident.times_edited', data: { changes, reason } }],
      result: undefined,
    }
  },
})

/** What has happened for sure has a time. */
function neededIn({ handlerTakenAt, recoveredAt, completedAt }: Incident): TimeField[] {
  return [
    'declared_at',
    ...(handlerTakenAt ? (['handler_taken_at'] as const) : []),
    ...(recoveredAt ? (['recovered_at'] as const) : []),
    ...(completedAt ? (['completed_at'] as const) : []),
  ]
}

/** What is wrong with times, as whoever wrote them hears it at the field. */
export function timeRefusal(problem: TimeProblem): Refusal {
  switch (problem.is) {
    case 'in-future':
      return new Refusal('time-in-future', {}, problem.field)
    case 'needed':
      return new Refusal('time-needed', {}, problem.field)
    case 'order':
      return new Refusal('time-order', { first: problem.first, second: problem.second }, problem.field)
  }
}
