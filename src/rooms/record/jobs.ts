import { defineJob } from '../../kit/jobs/index.ts'

/** Reads from Slack what a marked message says. */
export const readJob = defineJob<{ incidentId: string; channelId: string; ts: string }>('record.read', {
  concurrency: 4,
})

/** Reads what an incident was declared from. */
export const adoptJob = defineJob<{ incidentId: string }>('record.adopt')
