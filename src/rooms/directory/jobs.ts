import { defineJob } from '../../kit/jobs/index.ts'

/** Reads the workspace anew. */
export const refresh = defineJob<{ why: string }>('directory.refresh', { concurrency: 1 })
