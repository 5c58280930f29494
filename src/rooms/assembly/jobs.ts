import { z } from 'zod'
import { defineJob } from '../../kit/jobs/index.ts'

/** Settles again who is called into an incident and who hears of it. */
export const assembleJob = defineJob('assembly.assemble', z.object({ incidentId: z.string(), reason: z.string() }), {
  concurrency: 8,
})

/** Looks who is in a private incident's channel, and takes out whoever may not know of it. */
export const sweepMembersJob = defineJob('assembly.sweep-members', z.object({ incidentId: z.string() }), {
  concurrency: 2,
})

/** Calls those of an incident that was merged into the one where it goes on. */
export const bringAlongJob = defineJob('assembly.bring-along', z.object({ from: z.string(), into: z.string() }), {
  concurrency: 4,
})
