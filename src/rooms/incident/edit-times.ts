import { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import { type Actor, commit, Refusal, type World } from '../facts/index.ts'
import { type Incident, reasonInput } from './incident.ts'
import { hold } from './move.ts'
import { changeIncident } from './store.ts'
import { problemOf, sameMinute, type TimeField, type TimeProblem, type Times, timeFields, timesOf } from './times.ts'

const moment = z.date().nullable().optional()

/** A field left out stays what it is; null says that nobody knows. */
export const timesInput = reasonInput.extend({
  times: z.object({
    occurred_at: moment,
    detected_at: moment,
    declared_at: moment,
    handler_taken_at: moment,
    recovered_at: moment,
    completed_at: moment,
  }),
})

/** Corrects when things happened. What was said before, who corrected it and why stays in the fact. */
export async function editTimes(
  world: World,
  actor: Actor,
  incidentId: string,
  input: z.input<typeof timesInput>,
): Promise<void> {
  const { times, reason } = timesInput.parse(input)
  await commit(world, actor, async (tx, now) => {
    const incident = await hold(tx, incidentId)
    const before = timesOf(incident)
    const said = (field: TimeField) => (times[field] === undefined ? before[field] : times[field])
    const changed = timeFields.filter((field) => !sameMinute(before[field], said(field)))
    const [first] = changed
    if (!first) throw new Refusal('nothing-changed', {}, 'reason')
    const wanted = Object.fromEntries(
      timeFields.map((field) => [field, changed.includes(field) ? said(field) : before[field]]),
      // Every field is there.
    ) as Times
    const problem = problemOf(wanted, { changed, needed: neededIn(incident), now })
    if (problem) throw refusalOf(problem)
    const { declared_at: declaredAt } = wanted
    await changeIncident(tx, incidentId, {
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
      facts: [{ subject: incidentSubject(incidentId), type: 'incident.times_edited', data: { changes, reason } }],
      result: undefined,
    }
  })
}

/** What has happened for sure has a time. */
function neededIn({ handlerTakenAt, recoveredAt, completedAt }: Incident): TimeField[] {
  return [
    'declared_at',
    ...(handlerTakenAt ? (['handler_taken_at'] as const) : []),
    ...(recoveredAt ? (['recovered_at'] as const) : []),
    ...(completedAt ? (['completed_at'] as const) : []),
  ]
}

function refusalOf(problem: TimeProblem): Refusal {
  switch (problem.is) {
    case 'in-future':
      return new Refusal('time-in-future', {}, problem.field)
    case 'needed':
      return new Refusal('time-needed', {}, problem.field)
    case 'order':
      return new Refusal('time-order', { first: problem.first, second: problem.second }, problem.field)
  }
}
