import { type Clock, later } from './clock.ts'
import { isDatabaseTrouble, json, type Reader, type Tx } from './db/index.ts'
import { Malformed } from './lenient.ts'
import type { Log } from './log.ts'

/** A timer or a job that would end the same however often it is tried. */
export type Hopeless = {
  what: 'timer' | 'job'
  /** The kind of the timer, or the name of the job. */
  name: string
  /** What the timer is about, or the id of the job. */
  subject: string
  /** What the timer carries, or the job's envelope. */
  data: unknown
  /** Where the data cannot be read (places, never contents), or how the last attempt failed. */
  problem: string
  /** How often it was tried; 0 where its data cannot be read. */
  attempts: number
}

/** How many milliseconds it is kept for somebody to look into: two weeks, like an event that was given up. */
const keptMs = 14 * 24 * 3_600_000

/** With the pauses of timers and jobs the last of so many attempts comes some 20 minutes after the first. */
export const mostAttempts = 12

/**
 * What is to be said of work that failed `attempts` times, the last time with this error, when it is given up; undefined where it is
 * tried again. A database that is away or full is no fault of the work: it is tried for as long as that lasts.
 */
export function reasonToGiveUp(error: unknown, attempts: number): Pick<Hopeless, 'problem' | 'attempts'> | undefined {
  if (error instanceof Malformed) return { problem: error.message, attempts: 0 }
  if (attempts < mostAttempts || isDatabaseTrouble(error)) return undefined
  return { problem: describe(error), attempts }
}

/** What a row keeps of an error: its name and first line, for a message may quote what people wrote. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return `${error.name}: ${error.message.split('\n')[0]?.slice(0, 200) ?? ''}`
}

/** Keeps it for a look. Whoever calls takes it away in the same transaction. */
export async function setAside(tx: Tx, { data, ...hopeless }: Hopeless, now: Date): Promise<void> {
  await tx.deleteFrom('set_aside').where('at', '<', later(now, -keptMs)).execute()
  await tx
    .insertInto('set_aside')
    .values({ ...hopeless, data: json(data ?? null), at: now })
    .execute()
}

/** Says so, once: the commit is to stand behind it. */
export function logSetAside(log: Log, { what, name, subject, problem, attempts }: Hopeless): void {
  if (attempts === 0)
    log.error(
      { what, name, subject, problem },
      'Stored data cannot be read: it was set aside, and is tried again only when somebody asks for it',
    )
  else
    log.error(
      { what, name, subject, problem, attempts },
      'What failed each time was set aside: it is tried again at the next start, or when somebody asks for it',
    )
}

/** How much was set aside of late. */
export async function countSetAside(reader: Reader, clock: Clock): Promise<number> {
  const { count } = await reader
    .selectFrom('set_aside')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('at', '>=', later(clock.now(), -keptMs))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Takes out what was set aside of late, to be tried again: all of it, or only what had failed and could be read. */
export async function takeSetAside(tx: Tx, which: 'all' | 'failed', now: Date): Promise<Hopeless[]> {
  const rows = await tx
    .deleteFrom('set_aside')
    .where('at', '>=', later(now, -keptMs))
    .where('attempts', '>=', which === 'all' ? 0 : 1)

    .returning(['what', 'name', 'subject', 'data', 'problem', 'attempts'])
    .execute()
  return rows.map((row) => ({ ...row, what: row.what === 'timer' ? 'timer' : 'job' }))
}
