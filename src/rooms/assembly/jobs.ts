import { defineJob } from '../../kit/jobs/index.ts'

/** Settles anew who is called into an incident and who hears of it. */
export const assembleJob = defineJob<{ incidentId: string; reason: string }>('assembly.assemble', { concurrency: 8 })
