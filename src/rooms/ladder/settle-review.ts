import { z } from 'zod'
import { words } from '../../kit/wire.ts'
import { incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { verb } from '../incident/index.ts'
import { mustBeOver } from './for-lessons.ts'
import { keepReview, reviewOf } from './store.ts'

/** The meeting took place. */
export const holdReview = verb({
  name: 'review-held',
  input: z.strictObject({}),
  right: 'respond',
  async change({ tx, now, incident }) {
    const { id } = mustBeOver(incident)
    const review = await reviewOf(tx, id)
    if (review.state !== 'planned') throw new Refusal('review-unplanned')
    if (review.startsAt && review.startsAt > now) throw new Refusal('review-ahead')
    await keepReview(tx, id, { ...review, state: 'held' })
    const data = { n: review.n }
    return { facts: [{ subject: incidentSubject(id), type: 'ladder.review_held', data }], result: undefined }
  },
})

/** There will be no meeting, and it is on record why. Planning one takes that back. */
export const waiveReview = verb({
  name: 'waive-review',
  input: z.strictObject({ reason: words(1000) }),
  right: 'respond',
  async change({ tx, incident }, { reason }) {
    const { id } = mustBeOver(incident)
    const review = await reviewOf(tx, id)
    if (review.state === 'held' || review.state === 'waived') throw new Refusal('review-settled')
    await keepReview(tx, id, { ...review, state: 'waived' })
    const data = { n: review.n, reason }
    return { facts: [{ subject: incidentSubject(id), type: 'ladder.review_waived', data }], result: undefined }
  },
})
