import { z } from 'zod'
import { defineJob } from '../../kit/jobs/index.ts'

/** Brings what stands in Slack into step with one subject's state, for somebody who has done something and looks for it. */
export const project = defineJob('projection.project', z.object({ subject: z.string() }), { concurrency: 16 })

/**
 * The same for what the clock alone has brought. A queue of its own, so that thousands of them, whose checkpoints wait for
 * Slack's budget, keep no worker that a declaration needs.
 */
export const projectInTime = defineJob('projection.in_time', z.object({ subject: z.string() }), {
  concurrency: 4,
  unhurried: true,
})
