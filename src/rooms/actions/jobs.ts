import { defineJob } from '../../kit/jobs/index.ts'

/** Makes an action item of a message that somebody marked so, once its words are known. */
export const takeUpActionJob = defineJob<{ incidentId: string; channelId: string; ts: string }>('actions.take_up')
