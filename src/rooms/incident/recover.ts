import { z } from 'zod'
import { wordsOrNone } from '../../kit/wire.ts'
import { incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { timeRefusal } from './edit-times.ts'
import { permanences } from './incident.ts'
import { mustMove } from './move.ts'
import { personNamed } from './proof.ts'
import { dayAhead, pastMoment } from './sensible.ts'
import { changeIncident } from './store.ts'
import { byOwnClock, problemOf, sameMinute, timesOf } from './times.ts'
import { verb } from './verb.ts'

/** 復旧: confidentiality, integrity or availability is restored. The time may lie back, never ahead or before the declaration. */
export const recover = verb({
  name: 'recover',
  input: z.strictObject({
    recovered_at: pastMoment.nullish(),
    /** When it began, where nobody has said so yet: all durations are counted from it. */
    occurred_at: pastMoment.nullish(),
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
    { permanence, recovered_at, occurred_at: startedAt, postmortem_owner: owner, postmortem_due: due, note },
  ) {
    mustMove(incident, 'recovered')
    const recoveredAt = byOwnClock(recovered_at ?? now, now)
    const occurred_at = startedAt && byOwnClock(startedAt, now)
    if (recoveredAt > now) throw new Refusal('time-in-future', {}, 'recovered_at')
    const begun = occurred_at ?? incident.occurredAt ?? incident.detectedAt ?? incident.declaredAt
    // Pickers know minutes only: one that shows the minute of the declaration is not before it.
    if (recoveredAt.getTime() < begun.getTime() - 60_000) throw new Refusal('time-before-declared', {}, 'recovered_at')
    const times = timesOf(incident)
    const isNewStart = !!occurred_at && !sameMinute(times.occurred_at, occurred_at)
    const corrected = { ...times, ...(isNewStart ? { occurred_at } : {}) }
    const problem = problemOf(corrected, { changed: isNewStart ? ['occurred_at'] : [], needed: [], now })
    if (problem) throw timeRefusal(problem)
    const learning = { permanence, postmortemOwner: owner, postmortemDue: due }
    const { occurred_at: occurredAt } = corrected
    await changeIncident(tx, incident.id, { status: 'recovered', recoveredAt, occurredAt, ...learning })
    const data = { recoveredAt: recoveredAt.toISOString(), ...learning, note }
    const subject = incidentSubject(incident.id)
    const recovered = { subject, type: 'incident.recovered', data } as const
    if (!isNewStart) return { facts: [recovered], result: undefined }
    const from = times.occurred_at?.toISOString() ?? null
    const changes = [{ field: 'occurred_at', from, to: occurred_at.toISOString() }]
    const started = { subject, type: 'incident.times_edited', data: { changes, reason: null } } as const
    return { facts: [started, recovered], result: undefined }
  },
})
