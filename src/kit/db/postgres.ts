import pg from 'pg'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { redact } from '../redact.ts'
import { nameServer } from './address.ts'
import { columnTypes } from './column-types.ts'
import { nameFailure, ReadOnly } from './failures.ts'
import { listenOnServer } from './listen.ts'
import { guardPool } from './pool.ts'
import { mustKeepConnections } from './pooler.ts'
import { mustServe } from './preconditions.ts'
import type { Server } from './server.ts'
import { SetupError } from './setup-error.ts'

/**
 * A PostgreSQL server at `url`, with at most `size` connections. Waits up to 30 s for it to answer. Throws a SetupError
 * for an address that is none, a server that never answers, refuses us, lacks what we need (`mustServe`), or is a
 * pooler that lends connections for one transaction.
 */
export async function openServer(
  url: string,
  { size, whateverItLacks }: { size: number; whateverItLacks: boolean },
  clock: Clock,
  log: Log,
): Promise<Server> {
  const where = nameServer(url)
  const config: pg.ClientConfig = {
    connectionString: url,
    application_name: 'sssbot',
    types: columnTypes,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  }
  let couldBeWritten = false
  const pool = new pg.Pool({
    ...config,
    max: size,
    onConnect: async (client) => {
      const isReadOnly = await greet(client)
      // What was a primary is a replica now, and its successor may be found by connecting again: until then it is as good as away.
      if (isReadOnly && couldBeWritten) throw new ReadOnly()
    },
  })
  const connections = guardPool(pool, clock, log, where)
  try {
    const client = await connections.connect()
    try {
      if (!whateverItLacks) await mustServe(client, where)
      await mustKeepConnections(client, config, where)
      couldBeWritten = !whateverItLacks
    } finally {
      client.release()
    }
  } catch (error) {
    await pool.end()
    if (error instanceof SetupError) throw error
    throw new SetupError(`${where} cannot be used (${nameFailure(error)}): ${redact(messageOf(error))}`)
  }
  return {
    kind: 'postgres',
    connections,
    listen: listenOnServer(config, clock, log),
    cancel: (clients) => cancelOnServer(config, clients, log),
    stop: async () => {},
  }
}

/** What a role or a database may be set to otherwise, and our statements and the driver count on: dates came as nothing, for one. */
const settings = {
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'postgres',
  standard_conforming_strings: 'on',
  array_nulls: 'on',
  idle_in_transaction_session_timeout: '60s',
}

/**
 * What each connection begins with; answers whether it can only read. All tables are in one schema: that of the first ones, also where another
 * schema comes before it in the search path since, in which the bot would begin again from nothing. A transaction of ours is statements only: one that stands still has
 * lost its process. Not among the parameters of the start: a pooler refuses those that it does not know.
 */
async function greet(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ readOnly: boolean }>(
    `select ${Object.entries(settings).map(([name, value]) => `set_config('${name}', '${value}', false)`)},
            set_config('search_path', coalesce(
              (select quote_ident(n.nspname) from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
               where c.oid = to_regclass('schema_migrations')),
              quote_ident(current_schema()), ''), false),
            (pg_is_in_recovery() or current_setting('transaction_read_only') = 'on') as "readOnly"`,
  )
  return rows[0]?.readOnly ?? false
}

/** By a connection of its own: those of the pool may all be waiting. */
async function cancelOnServer(config: pg.ClientConfig, clients: readonly pg.PoolClient[], log: Log): Promise<void> {
  const pids = clients.flatMap((client) => ('processID' in client ? [client.processID] : []))
  const own = new pg.Client(config)
  own.on('error', () => {})
  try {
    await own.connect()
    await own.query(
      `select pg_cancel_backend(pid) from pg_stat_activity
       where pid = any($1) and usename = current_user and datname = current_database()`,
      [pids],
    )
  } catch (error) {
    log.warn(
      { reason: nameFailure(error) },
      'What runs at the database could not be cancelled: its connections are broken off',
    )
  } finally {
    await own.end().catch(() => {})
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error && error.message ? error.message.replaceAll('\n', ' ') : 'it does not answer'
}
