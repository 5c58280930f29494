import { z } from 'zod'
import { words } from '../../kit/wire.ts'
import { incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { changeIncident, dueDay, verb } from '../incident/index.ts'
import { dayIn } from '../settings/index.ts'
import { mustBeUnsettled } from './for-lessons.ts'
import { dueDayOf } from './ladder.ts'

/** The postmortem is due on another day, and it is on record why. */
export const postponePostmortem = verb({
  name: 'postpone-postmortem',
  input: z.strictObject({ due: dueDay, reason: words(1000) }),
  right: 'respond',
  async change({ world, tx, now, incident }, { due, reason }) {
    const over = await mustBeUnsettled(tx, incident)
    const settings = world.settings()
    if (due < dayIn(settings.timezone, now)) throw new Refusal('postmortem-day-past', {}, 'due')
    const from = dueDayOf(over, settings)
    if (due === from) throw new Refusal('postmortem-day-same', {}, 'due')
    await changeIncident(tx, incident.id, { postmortemDue: due })
    return {
      facts: [{ subject: incidentSubject(incident.id), type: 'ladder.postponed', data: { from, to: due, reason } }],
      result: undefined,
    }
  },
})
