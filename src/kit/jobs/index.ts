export { defineJob, type Job, type JobOptions, type JobRun, type Outcome, RetryAfter } from './job.ts'
export { createJobs, type Jobs } from './jobs.ts'
export { tryAgain } from './try-again.ts'
export type { BatchHandler } from './work-off.ts'
