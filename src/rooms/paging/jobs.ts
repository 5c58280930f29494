import { z } from 'zod'
import { defineJob } from '../../kit/jobs/index.ts'
import { pageCauses } from './page.ts'

/** Looks at what an incident's pagers must hear now. */
export const settlePagesJob = defineJob(
  'paging.settle',
  z.object({ incidentId: z.string(), cause: z.enum(pageCauses) }),
  { concurrency: 4 },
)

/** Sends one page, once. */
export const sendPageJob = defineJob('paging.send', z.object({ page: z.string() }), { concurrency: 8 })
