import type { z } from 'zod'

/** A kind of work that is done after a commit: what its data looks like, and how it is worked off. */
export interface Job<Data extends object> {
  /** A literal, declared once: it stands in the database, so renaming it needs a migration. */
  readonly name: string
  /** How many of it run side by side in this process. */
  readonly concurrency: number
  /** How many are fetched at once by each of those. */
  readonly batch: number
  /** The longest pause between two attempts, in milliseconds. */
  readonly longestPauseMs: number
  /** Nobody waits for it: its statements go behind those of people's (see `unhurried` of kit/db). */
  readonly unhurried: boolean
  /** What a stored job must be to be worked off: what does not fit is set aside. */
  readonly shape: z.ZodType<Data>
}

export type JobOptions = Partial<Omit<Job<object>, 'name' | 'shape'>>

const DEFAULTS = { concurrency: 2, batch: 5, longestPauseMs: 5 * 60_000, unhurried: false }

/**
 * Declares a job. `name` is dotted lower case such as `projection.render`; throws a RangeError for any other. `shape` is that of its
 * data: jobs of earlier releases may still wait.
 */
export function defineJob<Data extends object>(
  name: string,
  shape: z.ZodType<Data>,
  options: JobOptions = {},
): Job<Data> {
  if (!/^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*$/.test(name)) throw new RangeError(`Not the name of a job: ${name}`)
  return { name, shape, ...DEFAULTS, ...options }
}

/** Thrown (or returned) by a handler: the same again after `ms` milliseconds. No failure, and nobody is kept waiting. */
export class RetryAfter extends Error {
  override name = 'RetryAfter'
  readonly ms: number
  constructor(ms: number) {
    super(`Again in ${ms} ms`)
    this.ms = ms
  }
}

/** One piece of work in a handler's hands. */
export interface JobRun<Data extends object> {
  id: string
  data: Data
  /** 1 at first; raised by each failure, not by a {@link RetryAfter}. */
  attempt: number
  /** Aborted when the process stops or the work takes far too long. */
  signal: AbortSignal
}

/** What became of one run: done, a failure to try again with growing pauses, or {@link RetryAfter}. */
export type Outcome = { id: string; done: true } | { id: string; error: unknown }

/** The pause in milliseconds before attempt n+1, after n failures: 1 s, 2 s, 4 s … up to `longest`. */
export function pauseAfter(failures: number, longest: number): number {
  return Math.min(1000 * 2 ** Math.min(failures - 1, 30), longest)
}
