import { defineJob } from '../../kit/jobs/index.ts'

/** Brings the document of one incident where it belongs, and looks what became of it there. */
export const publishJob = defineJob<{ incidentId: string }>('publishing.publish', { concurrency: 2 })
