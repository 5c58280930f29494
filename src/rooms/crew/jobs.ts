import { defineJob } from '../../kit/jobs/index.ts'

/** Tells somebody who came late how things stand. `until` is the moment after which that is no help any more. */
export const catchUpJob = defineJob<{ incidentId: string; userId: string; until: string }>('crew.catch-up', {
  concurrency: 2,
})
