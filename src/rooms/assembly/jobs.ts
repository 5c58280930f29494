import { defineJob } from '../../kit/jobs/index.ts'

/** Settles anew who is called into an incident and who hears of it. */
export const assembleJob = defineJob<{ incidentId: string; reason: string }>('assembly.assemble', { concurrency: 8 })

/** Calls those of an incident that was merged into the one where it goes on. */
export const bringAlongJob = defineJob<{ from: string; into: string }>('assembly.bring-along', { concurrency: 4 })
