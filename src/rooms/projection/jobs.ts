import { defineJob } from '../../kit/jobs/index.ts'

/** Brings what stands in Slack into step with one subject's state. */
export const project = defineJob<{ subject: string }>('projection.project', { concurrency: 16 })
