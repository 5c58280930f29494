import { z } from 'zod'
import { defineJob } from '../../kit/jobs/index.ts'
import { lists } from './directory.ts'

/** Begins to read the workspace again, or goes on where the reading stopped. */
export const refresh = defineJob('directory.refresh', z.object({ why: z.string() }), { concurrency: 1 })

/** Reads one list page by page. `turn` tells whether another job has taken its place. */
export const readJob = defineJob('directory.read', z.object({ list: z.enum(lists), turn: z.number() }), {
  concurrency: 3,
  batch: 1,
  unhurried: true,
})

/**
 * Goes into the public channels that the settings name. What Slack refuses is tried again as long as nobody has asked for the list
 * since: by the last one of a reading, `turn`.
 */
export const joinSpokenInJob = defineJob('directory.join', z.object({ turn: z.number().exactOptional() }), {
  concurrency: 1,
  unhurried: true,
})
