import { defineJob } from '../../kit/jobs/index.ts'
import type { RepairPlace } from './repair/repair.ts'

/** Reads from Slack what a marked message says. */
export const readJob = defineJob<{ incidentId: string; channelId: string; ts: string }>('record.read', {
  concurrency: 4,
})

/** Reads what an incident was declared from. */
export const adoptJob = defineJob<{ incidentId: string }>('record.adopt')

/** Reads a conversation again, behind all else. */
export const repairJob = defineJob<RepairPlace>('record.repair', {
  concurrency: 1,
  batch: 1,
  unhurried: true,
})
