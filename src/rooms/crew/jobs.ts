import { z } from 'zod'
import { defineJob } from '../../kit/jobs/index.ts'

/** Somebody has come late; it is seen first whether a crowd comes with them. */
export const catchUpTimer = 'crew.catch_up'

/** Tells somebody who came late how things stand. `until` is the moment after which that is no help any more. */
export const catchUpJob = defineJob(
  'crew.catch-up',
  z.object({ incidentId: z.string(), userId: z.string(), until: z.iso.datetime() }),
  {
    concurrency: 2,
  },
)
