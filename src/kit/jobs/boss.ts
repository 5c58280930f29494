import { CompiledQuery } from 'kysely'
import { type Db, PgBoss } from 'pg-boss'
import { type Database, isReadOnly, type Tx } from '../db/index.ts'
import type { Log } from '../log.ts'

/** pg-boss keeps its tables apart from ours. */
export const BOSS_SCHEMA = 'pgboss'

/** The shortest that pg-boss allows (12.38, attorney.js): a dead replica's work is free again within 15 s. */
export const HEARTBEAT_SECONDS = 10
/** pg-boss counts the rows of each queue as it supervises, some 60 statements; what is lost is looked for by `resumeLost`. */
const SUPERVISE_SECONDS = 600

/**
 * pg-boss on the pool that everything else uses, never on a connection of its own that could slip into our transactions.
 * `wake` gets the name of the queue in which a job arrived.
 */
export function createBoss(db: Database, log: Log, wake: (queue: string) => void): PgBoss {
  const embedded = db.kind === 'pglite'
  const boss = new PgBoss({
    db: onPool(db, wake),
    backend: embedded ? 'pglite' : 'postgres',
    schema: BOSS_SCHEMA,
    useListenNotify: true,
    schedule: false,
    registerInstance: false,
    persistWarnings: false,
    // Both look into the server's catalogs for minutes of work that a database of this size does not have.
    monitorVacuum: false,
    reindex: false,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
    maintenanceIntervalSeconds: SUPERVISE_SECONDS,
  })
  boss.on('error', (error) => log.error({ err: error }, 'The job queue reports an error'))
  boss.on('warning', (warning) => log.warn({ warning }, 'The job queue warns'))
  return boss
}

/** Statements of pg-boss's own, each on its own connection; one that fails inside its own BEGIN leaves nothing open. */
function onPool(db: Database, wake: (queue: string) => void): Db {
  return {
    async executeSql(text, values) {
      const client = await db.connections.connect()
      let broken: Error | undefined
      try {
        // Several statements in one text have no values, and answer with a list of results.
        const result: unknown = await (values?.length ? db.names.send(client, text, values) : client.query(text))
        // pg and PGlite answer a result with rows, or a list of them for several statements.
        return { rows: [result].flat().flatMap((one) => (one as { rows: unknown[] }).rows) }
      } catch (error) {
        await client.query('rollback').catch((dead: Error) => {
          broken = dead
        })
        if (error instanceof Error && isReadOnly(error)) broken = error
        throw error
      } finally {
        client.release(broken)
      }
    },
    // In place of pg-boss's own answer to a notification, which wakes everybody.
    listen: (channel, _, onConnect) => db.listen(channel, wake, onConnect),
  }
}

/** Statements of pg-boss as part of our transaction. */
export function inTransaction(tx: Tx): Db {
  return {
    async executeSql(text, values = []) {
      const { rows } = await tx.executeQuery(CompiledQuery.raw(text, [...values]))
      return { rows }
    },
  }
}
