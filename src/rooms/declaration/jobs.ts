import { z } from 'zod'
import { defineJob } from '../../kit/jobs/index.ts'

/** Takes an incident out of the answers to mentions whose thread it is told in no longer. */
export const unlinkInvitationsJob = defineJob(
  'declaration.unlink',
  z.object({ incidentId: z.string(), channelId: z.string(), threadTs: z.string() }),
  { concurrency: 2 },
)
