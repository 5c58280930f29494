import { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import type { NewFact } from '../facts/index.ts'
import { reasonOrNone } from './incident.ts'
import { openChannelOf } from './merge.ts'
import { mustMove } from './move.ts'
import { changeIncident } from './store.ts'
import { verb } from './verb.ts'

/** 再開: it is not over after all. The times of the end are taken back, and what was merged goes on by itself again. */
export const reopen = verb({
  name: 'reopen',
  input: z.strictObject({ reason: reasonOrNone }),
  right: 'respond',
  async change({ tx, incident }, { reason }) {
    mustMove(incident, 'responding')
    const { id, status, level, mergedInto } = incident
    await changeIncident(tx, id, {
      status: 'responding',
      recoveredAt: null,
      completedAt: null,
      permanence: null,
      mergedInto: null,
    })
    const data = { from: id, channel: await openChannelOf(tx, incident) }
    const parted: NewFact[] = mergedInto
      ? [{ subject: incidentSubject(mergedInto), type: 'incident.parted', data }]
      : []
    return {
      facts: [
        { subject: incidentSubject(id), type: 'incident.reopened', data: { from: status, reason, level } },
        ...parted,
      ],
      result: undefined,
    }
  },
})
