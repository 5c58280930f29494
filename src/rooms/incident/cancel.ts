import { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import { reasonOrNone } from './incident.ts'
import { mustMove } from './move.ts'
import { changeIncident } from './store.ts'
import { verb } from './verb.ts'

/** 取り下げ: it was no incident. */
export const cancel = verb({
  name: 'cancel',
  input: z.strictObject({ reason: reasonOrNone }),
  right: 'respond',
  async change({ tx, incident }, { reason }) {
    mustMove(incident, 'cancelled')
    await changeIncident(tx, incident.id, { status: 'cancelled' })
    return {
      facts: [{ subject: incidentSubject(incident.id), type: 'incident.cancelled', data: { reason } }],
      result: undefined,
    }
  },
})
