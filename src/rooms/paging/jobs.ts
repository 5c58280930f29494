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

/** Asks the service of a page what became of it. */
export const followPageJob = defineJob('paging.follow', z.object({ page: z.string() }), { concurrency: 4 })

/** Asks the pagers who is on call. */
export const readOnCallJob = defineJob('paging.read_on_call', z.object({}), { unhurried: true })
