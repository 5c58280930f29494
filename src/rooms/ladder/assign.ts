import { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { changeIncident, dueDay, personNamed, verb } from '../incident/index.ts'
import { postmortemOf, setPostmortemStatus } from '../postmortem/index.ts'
import { dayIn } from '../settings/index.ts'
import { mustBeOver } from './for-lessons.ts'

/** Somebody writes the postmortem from here on; the day may change with the person. */
export const assignPostmortem = verb({
  name: 'assign-postmortem',
  input: z.strictObject({ owner: personNamed(), due: dueDay.nullish().default(null) }),
  right: 'respond',
  async change({ world, tx, now, incident }, { owner, due }) {
    const { id, postmortemOwner: from, postmortemDue } = mustBeOver(incident)
    const { status, byHand } = await postmortemOf(tx, id)
    const isTakenBack = status === 'waived' || byHand !== null
    const isNewDay = due !== null && due !== postmortemDue
    if (owner === from && !isNewDay && !isTakenBack)
      throw new Refusal('postmortem-owner-same', { user: owner }, 'owner')
    if (isNewDay && due < dayIn(world.settings().timezone, now)) throw new Refusal('postmortem-day-past', {}, 'due')
    await changeIncident(tx, id, { postmortemOwner: owner, ...(isNewDay ? { postmortemDue: due } : {}) })
    const data = { from, to: owner, due: due ?? postmortemDue }
    // Who takes it on after all takes back that it was waived, or said to be published.
    const resumed = isTakenBack ? await setPostmortemStatus(tx, id, 'draft', now) : []
    return { facts: [{ subject: incidentSubject(id), type: 'ladder.assigned', data }, ...resumed], result: undefined }
  },
})
