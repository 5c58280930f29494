import { defineJob } from '../../kit/jobs/index.ts'
import type { PageCause } from './page.ts'

/** Looks at what an incident's pagers must hear now. */
export const settlePagesJob = defineJob<{ incidentId: string; cause: PageCause }>('paging.settle', { concurrency: 4 })

/** Sends one page, once. */
export const sendPageJob = defineJob<{ page: string }>('paging.send', { concurrency: 8 })
