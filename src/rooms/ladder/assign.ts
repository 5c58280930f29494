import { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import { type Actor, commit, Refusal, type World } from '../facts/index.ts'
import { changeIncident } from '../incident/index.ts'
import { postmortemOf, setPostmortemStatus } from '../postmortem/index.ts'
import { dayIn } from '../settings/index.ts'
import { holdForLessons, mustBeAble } from './hold-for-lessons.ts'

const assignInput = z.object({ owner: z.string().min(1), due: z.iso.date().nullish().default(null) })

/** Somebody writes the postmortem from here on; the day may change with the person. */
export async function assignPostmortem(
  world: World,
  actor: Actor,
  incidentId: string,
  input: z.input<typeof assignInput>,
): Promise<void> {
  const { owner, due } = assignInput.parse(input)
  await commit(world, actor, async (tx, now) => {
    const incident = await holdForLessons(tx, incidentId)
    const { postmortemOwner: from, postmortemDue } = incident
    const { status, byHand } = await postmortemOf(tx, incidentId)
    const isTakenBack = status === 'waived' || byHand !== null
    const isNewDay = due !== null && due !== postmortemDue
    if (owner === from && !isNewDay && !isTakenBack)
      throw new Refusal('postmortem-owner-same', { user: owner }, 'owner')
    if (isNewDay && due < dayIn(world.settings().timezone, now)) throw new Refusal('postmortem-day-past', {}, 'due')
    await mustBeAble(tx, incidentId, owner, 'owner')
    await changeIncident(tx, incidentId, { postmortemOwner: owner, ...(isNewDay ? { postmortemDue: due } : {}) })
    const data = { from, to: owner, due: due ?? postmortemDue }
    // Who takes it on after all takes back that it was waived, or said to be published.
    const resumed = isTakenBack ? await setPostmortemStatus(tx, incidentId, 'draft', now) : []
    return {
      facts: [{ subject: incidentSubject(incidentId), type: 'ladder.assigned', data }, ...resumed],
      result: undefined,
    }
  })
}
