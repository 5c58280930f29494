import { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import { commit, person, Refusal, type World } from '../facts/index.ts'
import { holdForLessons, mustBeAble } from './hold-for-lessons.ts'
import { keepReview, reviewOf } from './store.ts'

const planInput = z.object({
  startsAt: z.date(),
  minutes: z.int().min(15).max(480),
  people: z.array(z.string()).min(1).max(50),
})

/** The review meeting has a time, or another one. Who takes part must know of the incident. */
export async function planReview(
  world: World,
  by: string,
  incidentId: string,
  input: z.input<typeof planInput>,
): Promise<void> {
  const { startsAt, minutes, people } = planInput.parse(input)
  await commit(world, person(by), async (tx, now) => {
    await holdForLessons(tx, incidentId)
    if (startsAt <= now) throw new Refusal('review-past', {}, 'at')
    for (const each of people) await mustBeAble(tx, incidentId, each, 'people')
    const before = await reviewOf(tx, incidentId)
    const n = before.n + 1
    await keepReview(tx, incidentId, {
      state: 'planned',
      n,
      startsAt,
      minutes,
      people,
      plannedBy: by,
      plannedAt: now,
    })
    const from = before.state === 'planned' ? (before.startsAt?.toISOString() ?? null) : null
    const data = { n, startsAt: startsAt.toISOString(), minutes, people, from }
    return { facts: [{ subject: incidentSubject(incidentId), type: 'ladder.review_planned', data }], result: undefined }
  })
}
