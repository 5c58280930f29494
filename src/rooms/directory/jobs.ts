import { defineJob } from '../../kit/jobs/index.ts'

/** Reads the workspace anew. */
export const refresh = defineJob<{ why: string }>('directory.refresh', { concurrency: 1 })

/** Goes into the public channels that the settings name. */
export const joinSpokenInJob = defineJob<object>('directory.join', { concurrency: 1, unhurried: true })
