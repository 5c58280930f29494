import { z } from 'zod'
import { locales } from '../../../kit/i18n/index.ts'
import { defineJob } from '../../../kit/jobs/index.ts'
import { purposes } from '../../models/index.ts'

/** Asks a model for a text. One at a time for each worker: a model that hangs keeps nothing else up. */
export const proseJob = defineJob(
  'assistant.prose',
  z.object({
    incidentId: z.string(),
    purpose: z.enum(purposes),
    language: z.enum(locales),
    askedBy: z.string().nullable(),
    /** A moment, as ISO 8601; null for everything. */
    since: z.string().nullable(),
  }),
  { concurrency: 4, batch: 1, unhurried: true },
)
