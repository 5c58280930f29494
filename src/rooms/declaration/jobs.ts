import { z } from 'zod'
import { defineJob } from '../../kit/jobs/index.ts'

/** Draws the answers to mentions that an incident came from, or that were linked to it, with what became of it. */
export const followInvitationsJob = defineJob('declaration.follow', z.object({ incidentId: z.string() }), {
  concurrency: 2,
})

/** Removes an incident from the answers to mentions in a thread that no longer hears of it. */
export const unlinkInvitationsJob = defineJob(
  'declaration.unlink',
  z.object({ incidentId: z.string(), channelId: z.string(), threadTs: z.string() }),
  { concurrency: 2 },
)
