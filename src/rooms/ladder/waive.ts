import { z } from 'zod'
import { words } from '../../kit/wire.ts'
import { incidentSubject } from '../channel/index.ts'
import { verb } from '../incident/index.ts'
import { setPostmortemStatus } from '../postmortem/index.ts'
import { mustBeUnsettled } from './for-lessons.ts'

/** No postmortem will be written, and it is on record why. Assigning it to somebody takes that back. */
export const waivePostmortem = verb({
  name: 'waive-postmortem',
  input: z.strictObject({ reason: words(1000) }),
  right: 'respond',
  async change({ tx, now, incident }, { reason }) {
    await mustBeUnsettled(tx, incident)
    const settled = await setPostmortemStatus(tx, incident.id, 'waived', now, { reason })
    return {
      facts: [{ subject: incidentSubject(incident.id), type: 'ladder.waived', data: { reason } }, ...settled],
      result: undefined,
    }
  },
})
