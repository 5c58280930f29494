import { z } from 'zod'
import { defineJob } from '../../kit/jobs/index.ts'

/** Brings the document of one incident where it belongs, and looks what became of it there. */
export const publishJob = defineJob('publishing.publish', z.object({ incidentId: z.string() }), { concurrency: 2 })
