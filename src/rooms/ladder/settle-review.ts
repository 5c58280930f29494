import { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import { type Actor, commit, Refusal, type World } from '../facts/index.ts'
import { holdForLessons } from './hold-for-lessons.ts'
import { keepReview, reviewOf } from './store.ts'

/** The meeting took place. */
export async function holdReview(world: World, actor: Actor, incidentId: string): Promise<void> {
  await commit(world, actor, async (tx, now) => {
    await holdForLessons(tx, incidentId)
    const review = await reviewOf(tx, incidentId)
    if (review.state !== 'planned') throw new Refusal('review-unplanned')
    if (review.startsAt && review.startsAt > now) throw new Refusal('review-ahead')
    await keepReview(tx, incidentId, { ...review, state: 'held' })
    const data = { n: review.n }
    return { facts: [{ subject: incidentSubject(incidentId), type: 'ladder.review_held', data }], result: undefined }
  })
}

const waiveInput = z.object({ reason: z.string().trim().min(1).max(1000) })

/** There will be no meeting, and it is on record why. Planning one takes that back. */
export async function waiveReview(
  world: World,
  actor: Actor,
  incidentId: string,
  input: z.input<typeof waiveInput>,
): Promise<void> {
  const { reason } = waiveInput.parse(input)
  await commit(world, actor, async (tx) => {
    await holdForLessons(tx, incidentId)
    const review = await reviewOf(tx, incidentId)
    if (review.state === 'held' || review.state === 'waived') throw new Refusal('review-settled')
    await keepReview(tx, incidentId, { ...review, state: 'waived' })
    const data = { n: review.n, reason }
    return { facts: [{ subject: incidentSubject(incidentId), type: 'ladder.review_waived', data }], result: undefined }
  })
}
