import { z } from 'zod'
import { defineJob } from '../../kit/jobs/index.ts'

/** Makes an action item of a message that somebody marked so, once its words are known. */
export const takeUpActionJob = defineJob(
  'actions.take_up',
  z.object({ incidentId: z.string(), channelId: z.string(), ts: z.string() }),
)

/** Brings an item and its issue on GitHub into step. `login`: who did it there. */
export const syncIssueJob = defineJob(
  'actions.sync_issue',
  z.object({ actionId: z.string(), login: z.string().exactOptional() }),
)

/** Brings all items of an incident into step: what it is has changed. */
export const syncIncidentJob = defineJob('actions.sync_incident', z.object({ incidentId: z.string() }))

/** Asks GitHub what nobody has told. */
export const pollIssuesJob = defineJob('actions.poll_issues', z.object({}), { unhurried: true })

/** Has an action item say what its message says in the record, or nothing where that was deleted. */
export const followActionJob = defineJob(
  'actions.follow',
  z.object({ incidentId: z.string(), channelId: z.string(), ts: z.string() }),
)
