import { defineJob } from '../../kit/jobs/index.ts'

/** Makes an action item of a message that somebody marked so, once its words are known. */
export const takeUpActionJob = defineJob<{ incidentId: string; channelId: string; ts: string }>('actions.take_up')

/** Brings an item and its issue on GitHub into step. `login`: who did it there. */
export const syncIssueJob = defineJob<{ actionId: string; login?: string }>('actions.sync_issue')

/** Brings all items of an incident into step: what it is has changed. */
export const syncIncidentJob = defineJob<{ incidentId: string }>('actions.sync_incident')

/** Asks GitHub what nobody has told. */
export const pollIssuesJob = defineJob<object>('actions.poll_issues', { unhurried: true })

/** Has an action item say what its message says in the record, or nothing where that was deleted. */
export const followActionJob = defineJob<{ incidentId: string; channelId: string; ts: string }>('actions.follow')
