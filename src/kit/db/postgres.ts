import pg from 'pg'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { columnTypes } from './column-types.ts'
import { nameFailure } from './failures.ts'
import { listenOnServer } from './listen.ts'
import { guardPool } from './pool.ts'
import type { Server } from './server.ts'
import { SetupError } from './setup-error.ts'

/** The oldest version that the tests run on is 18; nothing we use is younger than 14. */
const OLDEST_VERSION = 14

/**
 * A PostgreSQL server at `url`, with at most `size` connections. Waits up to 30 s for it to answer. Throws a SetupError
 * for an address that is none, a server that never answers, refuses us, or is too old.
 */
export async function openServer(url: string, size: number, clock: Clock, log: Log): Promise<Server> {
  const where = nameServer(url)
  const config: pg.ClientConfig = {
    connectionString: url,
    application_name: 'sssbot',
    types: columnTypes,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    // A transaction of ours is statements only: one that stands still has lost its process.
    idle_in_transaction_session_timeout: 60_000,
  }
  const pool = new pg.Pool({ ...config, max: size })
  const connections = guardPool(pool, clock, log, where)
  try {
    const client = await connections.connect()
    try {
      const { rows } = await client.query<{ version: string }>(
        `select current_setting('server_version_num') as version`,
      )
      const version = Math.floor(Number(rows[0]?.version) / 10_000)
      if (version < OLDEST_VERSION) {
        throw new SetupError(`${where} runs PostgreSQL ${version}: version ${OLDEST_VERSION} or newer is needed`)
      }
    } finally {
      client.release()
    }
  } catch (error) {
    await pool.end()
    if (error instanceof SetupError) throw error
    throw new SetupError(`${where} cannot be used (${nameFailure(error)}): ${messageOf(error)}`)
  }
  return {
    kind: 'postgres',
    connections,
    listen: listenOnServer(config, clock, log),
    cancel: (clients) => cancelOnServer(config, clients, log),
    stop: async () => {},
  }
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

/** The address as it may be shown: no user, no password. */
function nameServer(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url)
    if (protocol === 'postgres:' || protocol === 'postgresql:')
      return `PostgreSQL at ${host || 'a local socket'}${pathname}`
  } catch {
    // Told below, without the address: it may hold a password.
  }
  throw new SetupError('The database address is not of the form postgres://user:password@host:5432/name')
}

function messageOf(error: unknown): string {
  return error instanceof Error && error.message ? error.message.replaceAll('\n', ' ') : 'it does not answer'
}
