import { z } from 'zod'
import { defineJob } from '../../kit/jobs/index.ts'

/** Draws again whatever shows an incident that became private. */
export const takeBackJob = defineJob('board.take-back', z.object({ incidentId: z.string() }), { concurrency: 2 })
