import { z } from 'zod'
import { wordsOrNone } from '../../kit/wire.ts'
import { incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { permanences } from './incident.ts'
import { mustMove } from './move.ts'
import { personNamed } from './proof.ts'
import { dayAhead, pastMoment } from './sensible.ts'
import { changeIncident } from './store.ts'
import { verb } from './verb.ts'

/** 復旧: confidentiality, integrity or availability is restored. The time may lie back, never ahead or before the declaration. */
export const recover = verb({
  name: 'recover',
  input: z.strictObject({
    recovered_at: pastMoment.nullish(),
    permanence: z.enum(permanences).nullish().default(null),
    /** Whoever writes it is reminded of it, and so has to know. */
    postmortem_owner: personNamed().nullish().default(null),
    postmortem_due: dayAhead.nullish().default(null),
    /** For those outside: what remains, and what customers should do. */
    note: wordsOrNone(600),
  }),
  right: 'respond',
  async change(
    { tx, now, incident },
    { permanence, recovered_at, postmortem_owner: owner, postmortem_due: due, note },
  ) {
    mustMove(incident, 'recovered')
    const recoveredAt = recovered_at ?? now
    if (recoveredAt > now) throw new Refusal('time-in-future', {}, 'recovered_at')
    const begun = incident.occurredAt ?? incident.detectedAt ?? incident.declaredAt
    // Pickers know minutes only: one that shows the minute of the declaration is not before it.
    if (recoveredAt.getTime() < begun.getTime() - 60_000) throw new Refusal('time-before-declared', {}, 'recovered_at')
    const learning = { permanence, postmortemOwner: owner, postmortemDue: due }
    await changeIncident(tx, incident.id, { status: 'recovered', recoveredAt, ...learning })
    const data = { recoveredAt: recoveredAt.toISOString(), ...learning, note }
    return {
      facts: [{ subject: incidentSubject(incident.id), type: 'incident.recovered', data }],
      result: undefined,
    }
  },
})
