import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'

/** What a queue holds for one job: its data, and how often it failed. */
export const envelope = z.object({ data: z.looseObject({}), failures: z.int().default(0) })
export type Envelope = z.infer<typeof envelope>

/** The timer that stands for a job which is not due yet. */
export const JOB_TIMER = 'job'

/** What that timer carries. The id only for a job that was never in the queue: one that comes back gets a new one. */
export const deferredJob = z.object({ id: z.string().optional(), name: z.string(), priority: z.number(), envelope })
export type DeferredJob = z.infer<typeof deferredJob>

/** The id of a new job: by chance, or made from a key, so that the same key is the same job. */
export function jobId(name: string, key: string | undefined): string {
  if (key === undefined) return randomUUID()
  const hex = createHash('sha256').update(`${name}\n${key}`).digest('hex')
  // A UUID of version 8 (RFC 9562, 5.8), which leaves its bits to us.
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
