import type { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import { type Actor, commit, type World } from '../facts/index.ts'
import { reasonInput } from './incident.ts'
import { holdForMove } from './move.ts'
import { changeIncident } from './store.ts'

/** 再開: it is not over after all. The times of the end are taken back. */
export async function reopen(
  world: World,
  actor: Actor,
  incidentId: string,
  input: z.input<typeof reasonInput>,
): Promise<void> {
  const { reason } = reasonInput.parse(input)
  await commit(world, actor, async (tx) => {
    const { status, level } = await holdForMove(tx, incidentId, 'responding')
    await changeIncident(tx, incidentId, {
      status: 'responding',
      recoveredAt: null,
      completedAt: null,
      permanence: null,
    })
    return {
      facts: [
        { subject: incidentSubject(incidentId), type: 'incident.reopened', data: { from: status, reason, level } },
      ],
      result: undefined,
    }
  })
}
