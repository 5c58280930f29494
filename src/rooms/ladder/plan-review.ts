import { z } from 'zod'
import { wholeNumber } from '../../kit/wire.ts'
import { incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { meetingMoment, personNamed, verb } from '../incident/index.ts'
import { mustBeOver } from './for-lessons.ts'
import { keepReview, reviewOf } from './store.ts'

/** The review meeting has a time, or another one. Who takes part must know of the incident. */
export const planReview = verb({
  name: 'plan-review',
  input: z.strictObject({
    at: meetingMoment,
    minutes: wholeNumber.pipe(z.int().min(15).max(480)).default(60),
    people: z.array(personNamed()).min(1).max(50),
  }),
  right: 'respond',
  async change({ tx, now, caller: { actor }, incident: { id, ...rest } }, { at: startsAt, minutes, people }) {
    mustBeOver({ id, ...rest })
    if (startsAt <= now) throw new Refusal('review-past', {}, 'at')
    const before = await reviewOf(tx, id)
    const n = before.n + 1
    const plannedBy = actor.kind === 'person' ? actor.id : null
    await keepReview(tx, id, { state: 'planned', n, startsAt, minutes, people, plannedBy, plannedAt: now })
    const from = before.state === 'planned' ? (before.startsAt?.toISOString() ?? null) : null
    const data = { n, startsAt: startsAt.toISOString(), minutes, people, from }
    return { facts: [{ subject: incidentSubject(id), type: 'ladder.review_planned', data }], result: undefined }
  },
})
