import { incidentSubject } from '../channel/index.ts'
import { type Actor, commit, Refusal, type World } from '../facts/index.ts'
import { type RecoverInput, recoverInput } from './incident.ts'
import { holdForMove } from './move.ts'
import { changeIncident } from './store.ts'

/** 復旧: confidentiality, integrity or availability is restored. The time may lie back, never ahead or before the declaration. */
export async function recover(world: World, actor: Actor, incidentId: string, input: RecoverInput): Promise<void> {
  const wanted = recoverInput.parse(input)
  await commit(world, actor, async (tx, now) => {
    const incident = await holdForMove(tx, incidentId, 'recovered')
    const recoveredAt = wanted.recoveredAt ?? now
    if (recoveredAt > now) throw new Refusal('time-in-future', {}, 'recovered_at')
    const begun = incident.occurredAt ?? incident.detectedAt ?? incident.declaredAt
    // Pickers know minutes only: one that shows the minute of the declaration is not before it.
    if (recoveredAt.getTime() < begun.getTime() - 60_000) throw new Refusal('time-before-declared', {}, 'recovered_at')
    const { permanence, postmortemOwner, postmortemDue } = wanted
    await changeIncident(tx, incidentId, {
      status: 'recovered',
      recoveredAt,
      permanence,
      postmortemOwner,
      postmortemDue,
    })
    return {
      facts: [
        {
          subject: incidentSubject(incidentId),
          type: 'incident.recovered',
          data: { recoveredAt: recoveredAt.toISOString(), permanence, postmortemOwner, postmortemDue },
        },
      ],
      result: undefined,
    }
  })
}
