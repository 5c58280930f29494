import { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import { type Actor, commit, Refusal, type World } from '../facts/index.ts'
import { changeIncident } from '../incident/index.ts'
import { dayIn } from '../settings/index.ts'
import { holdUnsettled } from './hold-for-lessons.ts'
import { dueDayOf } from './ladder.ts'

const postponeInput = z.object({ due: z.iso.date(), reason: z.string().trim().min(1).max(1000) })

/** The postmortem is due on another day, and it is on record why. */
export async function postponePostmortem(
  world: World,
  actor: Actor,
  incidentId: string,
  input: z.input<typeof postponeInput>,
): Promise<void> {
  const { due, reason } = postponeInput.parse(input)
  await commit(world, actor, async (tx, now) => {
    const incident = await holdUnsettled(tx, incidentId)
    const settings = world.settings()
    if (due < dayIn(settings.timezone, now)) throw new Refusal('postmortem-day-past', {}, 'due')
    const from = dueDayOf(incident, settings)
    if (due === from) throw new Refusal('postmortem-day-same', {}, 'due')
    await changeIncident(tx, incidentId, { postmortemDue: due })
    return {
      facts: [{ subject: incidentSubject(incidentId), type: 'ladder.postponed', data: { from, to: due, reason } }],
      result: undefined,
    }
  })
}
