import { z } from 'zod'
import { defineJob } from '../../kit/jobs/index.ts'

/** Reads from Slack what a marked message says. */
export const readJob = defineJob(
  'record.read',
  z.object({ incidentId: z.string(), channelId: z.string(), ts: z.string() }),
  {
    concurrency: 4,
  },
)

/** Reads what an incident was declared from. */
export const adoptJob = defineJob('record.adopt', z.object({ incidentId: z.string() }))

/** Reads a conversation again, behind all else. */
export const repairJob = defineJob(
  'record.repair',
  z.object({ incidentId: z.string(), channelId: z.string(), threadTs: z.string().nullable() }),
  {
    concurrency: 1,
    batch: 1,
    unhurried: true,
  },
)
