import type { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import { type Actor, commit, type NewFact, type World } from '../facts/index.ts'
import { reasonInput } from './incident.ts'
import { openChannelOf } from './merge.ts'
import { holdForMove } from './move.ts'
import { changeIncident } from './store.ts'

/** 再開: it is not over after all. The times of the end are taken back, and what was merged goes on by itself again. */
export async function reopen(
  world: World,
  actor: Actor,
  incidentId: string,
  input: z.input<typeof reasonInput>,
): Promise<void> {
  const { reason } = reasonInput.parse(input)
  await commit(world, actor, async (tx) => {
    const incident = await holdForMove(tx, incidentId, 'responding')
    const { status, level, mergedInto } = incident
    await changeIncident(tx, incidentId, {
      status: 'responding',
      recoveredAt: null,
      completedAt: null,
      permanence: null,
      mergedInto: null,
    })
    const data = { from: incidentId, channel: await openChannelOf(tx, incident) }
    const parted: NewFact[] = mergedInto
      ? [{ subject: incidentSubject(mergedInto), type: 'incident.parted', data }]
      : []
    return {
      facts: [
        { subject: incidentSubject(incidentId), type: 'incident.reopened', data: { from: status, reason, level } },
        ...parted,
      ],
      result: undefined,
    }
  })
}
