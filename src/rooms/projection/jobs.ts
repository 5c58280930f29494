import { defineJob } from '../../kit/jobs/index.ts'

/**
 * Brings what stands in Slack into step with one subject's state. `hurried`: somebody has done something and looks for it,
 * unlike what the clock alone brings.
 */
export const project = defineJob<{ subject: string; hurried?: boolean }>('projection.project', { concurrency: 16 })
