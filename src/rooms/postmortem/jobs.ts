import { z } from 'zod'
import { defineJob } from '../../kit/jobs/index.ts'

/** Makes the first draft. */
export const draftJob = defineJob('postmortem.draft', z.object({ incidentId: z.string() }))

/** Asks for what is missing; `freed` is who has just got rid of a question. */
export const askJob = defineJob('postmortem.ask', z.object({ incidentId: z.string(), freed: z.string().nullable() }))
