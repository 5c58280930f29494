import { z } from 'zod'

/** What a queue holds for one job: its data, and how often it failed. */
export const envelope = z.object({ data: z.looseObject({}), failures: z.int().default(0) })
export type Envelope = z.infer<typeof envelope>

/** The timer that stands for a job which is not due yet. */
export const JOB_TIMER = 'job'

/** What that timer carries. A job that comes back is a new one in the queue. */
export const deferredJob = z.object({ name: z.string(), envelope })
export type DeferredJob = z.infer<typeof deferredJob>
