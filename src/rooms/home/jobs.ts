import { z } from 'zod'
import { defineJob } from '../../kit/jobs/index.ts'

/** Draws the home tabs anew on which a private incident stands: not all of their owners may know of it any longer. */
export const redrawHomesJob = defineJob('home.redraw', z.object({ incidentId: z.string() }), { concurrency: 2 })
