import { defineJob } from '../../kit/jobs/index.ts'

/** Makes an action item of a message that somebody marked so, once its words are known. */
export const takeUpActionJob = defineJob<{ incidentId: string; channelId: string; ts: string }>('actions.take_up')

/** Has an action item say what its message says in the record, or nothing where that was deleted. */
export const followActionJob = defineJob<{ incidentId: string; channelId: string; ts: string }>('actions.follow')
