import { sql } from 'kysely'
import type { PgBoss } from 'pg-boss'
import type { Database } from '../db/index.ts'
import type { Log } from '../log.ts'
import { BOSS_SCHEMA, HEARTBEAT_SECONDS } from './boss.ts'

/** The same for every queue: what differs between jobs is kept by the workers, so that a change needs no statement. */
const QUEUE = {
  notify: true,
  // Failures come back as timers; pg-boss itself retries only what was lost with a process.
  retryLimit: 1_000_000,
  retryDelay: 1,
  retryBackoff: false,
  // What waits is never thrown away: ten years.
  retentionSeconds: 10 * 365 * 24 * 3600,
  // What is done is kept this long, so that a key works once.
  deleteAfterSeconds: 24 * 3600,
  expireInSeconds: 15 * 60,
  heartbeatSeconds: HEARTBEAT_SECONDS,
}

/** Makes the queues that are not there yet, and tells of waiting jobs that nobody works off. */
export async function prepareQueues(boss: PgBoss, db: Database, log: Log, names: readonly string[]): Promise<void> {
  const known = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]))
  for (const name of names) {
    const queue = known.get(name)
    if (!queue) await boss.createQueue(name, QUEUE)
    // The entries are those of QUEUE.
    else if (Object.entries(QUEUE).some(([option, value]) => queue[option as keyof typeof QUEUE] !== value)) {
      await boss.updateQueue(name, QUEUE)
    }
  }
  const strangers = [...known.keys()].filter((name) => !names.includes(name) && !name.startsWith('__pgboss__'))
  if (strangers.length === 0) return
  const { rows } = await sql<{ name: string; waiting: number }>`
    select name, count(*) as waiting from ${sql.table(`${BOSS_SCHEMA}.job`)}
    where name = any(${strangers}) and state < 'completed' group by name`.execute(db.read)
  for (const { name, waiting } of rows) {
    log.error({ job: name, waiting }, 'Jobs are waiting that this release does not know: they are kept')
  }
}

/** Gives back what was running when the only process on this database died. Returns how many. */
export async function resumeAfterCrash(db: Database): Promise<number> {
  return db.transaction(async (tx) => {
    const { rows } = await sql`
      update ${sql.table(`${BOSS_SCHEMA}.job`)} set state = 'retry', retry_count = retry_count + 1, heartbeat_on = null
      where state = 'active' returning id`.execute(tx)
    return rows.length
  })
}

/** Gives back what other processes ran that have not been heard of since: as pg-boss does, for all queues at once. Returns their names. */
export async function resumeLost(db: Database): Promise<string[]> {
  const { rows } = await db.once((writer) =>
    sql<{ name: string }>`
      update ${sql.table(`${BOSS_SCHEMA}.job`)} set state = 'retry', retry_count = retry_count + 1, heartbeat_on = null
      where state = 'active'
        and heartbeat_on < ${sql.raw(BOSS_SCHEMA)}.job_now() - heartbeat_seconds * interval '1 second'
      returning name`.execute(writer),
  )
  return [...new Set(rows.map(({ name }) => name))]
}

/** The names of the jobs that have been ready for `ms` milliseconds and were not begun. */
export async function waitingLong(db: Database, ms: number): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct name from ${sql.table(`${BOSS_SCHEMA}.job`)}
    where state < 'active' and start_after < ${sql.raw(BOSS_SCHEMA)}.job_now() - ${ms} * interval '1 millisecond'`.execute(
    db.read,
  )
  return rows.map(({ name }) => name)
}

/** How many jobs wait or run. */
export async function countOpen(db: Database): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*) as open from ${sql.table(`${BOSS_SCHEMA}.job`)} where state < 'completed'`.execute(db.read)
  return rows[0]?.open ?? 0
}

/** For how many milliseconds the job of these names that was ready first has waited; 0 where none waits. */
export async function waitedMs(db: Database, names: readonly string[]): Promise<number> {
  const { rows } = await sql<{ ms: number | null }>`
    select (extract(epoch from ${sql.raw(BOSS_SCHEMA)}.job_now() - min(start_after)) * 1000)::float8 as ms
    from ${sql.table(`${BOSS_SCHEMA}.job`)} where state < 'active' and name = any(${names})`.execute(db.read)
  return Math.max(rows[0]?.ms ?? 0, 0)
}
