import { z } from 'zod'
import { incidentAnswer } from './api.ts'

/** What `GET /api/v1/incidents/{id}/alike` answers. */
export const alikeAnswer = z.object({
  incidents: z
    .array(z.object({ likeness: z.number().describe('From 0 to 1'), incident: incidentAnswer }))
    .describe('The most alike first; empty without a model for embeddings'),
})
