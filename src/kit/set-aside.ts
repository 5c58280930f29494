import { type Clock, later } from './clock.ts'
import { json, type Reader, type Tx } from './db/index.ts'
import type { Log } from './log.ts'

/** A timer or a job whose stored data cannot be read. */
export type Unreadable = {
  what: 'timer' | 'job'
  /** The kind of the timer, or the name of the job. */
  name: string
  /** What the timer is about, or the id of the job. */
  subject: string
  data: unknown
  /** Where it cannot be read: places, never contents. */
  problem: string
}

/** It is kept so long for somebody to look into it, in milliseconds: two weeks, as an event that was given up. */
const keptMs = 14 * 24 * 3_600_000

/** Keeps for a look what would end the same however often it is tried. Whoever calls takes it away in the same transaction. */
export async function setAside(tx: Tx, { data, ...unreadable }: Unreadable, now: Date): Promise<void> {
  await tx.deleteFrom('set_aside').where('at', '<', later(now, -keptMs)).execute()
  await tx
    .insertInto('set_aside')
    .values({ ...unreadable, data: json(data ?? null), at: now })
    .execute()
}

/** Says so, once: the commit is to stand behind it. */
export function logSetAside(log: Log, { what, name, subject, problem }: Unreadable): void {
  log.error({ what, name, subject, problem }, 'Stored data cannot be read: it was set aside, and is not tried again')
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
