import { z } from 'zod'
import { defineJob } from '../../kit/jobs/index.ts'

/** Removes an incident from the answers to mentions in a thread that no longer hears of it. */
export const unlinkInvitationsJob = defineJob(
  'declaration.unlink',
  z.object({ incidentId: z.string(), channelId: z.string(), threadTs: z.string() }),
  { concurrency: 2 },
)
