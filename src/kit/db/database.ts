import type { PGlite } from '@electric-sql/pglite'
import { Kysely, type LogEvent, PostgresDialect } from 'kysely'
import { type Clock, systemClock } from '../clock.ts'
import { type Log, silentLog } from '../log.ts'
import { Stopping } from '../stopping.ts'
import { cuttable } from './cut.ts'
import type { Listen } from './listen.ts'
import { Names } from './names.ts'
import { openFolder, openMemory } from './pglite.ts'
import type { Connections } from './pool.ts'
import { openServer } from './postgres.ts'
import type { Schema } from './schema.generated.ts'
import type { Server } from './server.ts'
import { knowShapes, Shapes } from './shapes.ts'
import { readTogether } from './together.ts'
import { persist, runOnce, runTransaction, type Tx, type Writer } from './transaction.ts'

/** What reads: single statements outside a transaction, or a {@link Tx}. Writing needs a Tx. */
export type Reader = Pick<
  Kysely<Schema>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'case' | 'dynamic' | 'getExecutor'
>

export interface Database {
  readonly kind: 'pglite' | 'postgres'
  /** Single reading statements, each on its own. Refused inside a transaction: use its tx there. */
  readonly read: Reader
  /**
   * The same for what is asked again and again, at each message say, and finds its rows by their keys: the database keeps the plan. Name the
   * columns.
   */
  readonly steady: Reader
  /** Reads with `readTogether`, all of it again where the connection broke. */
  look<T>(work: (reader: Reader) => Promise<T>): Promise<T>
  /** See `runTransaction`: all or nothing, begun again after a conflict. Not to be nested. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * One writing statement, which is a transaction of its own: a third of what a transaction costs. It must be harmless twice, since it
   * is sent again where the connection broke and nobody knows whether it took effect.
   */
  once<T>(statement: (writer: Writer) => Promise<T>): Promise<T>
  /** The same for a statement like those of `steady`. */
  steadily<T>(statement: (writer: Writer) => Promise<T>): Promise<T>
  /** A transaction that a cut leaves alone, until the end: for giving back what this process has claimed. */
  lastly<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Hears NOTIFY. */
  readonly listen: Listen
  /** The guarded pool underneath: for kit only. */
  readonly connections: Connections
  /** Sends on one of `connections` what comes again and again: for kit only. */
  readonly names: Names
  /**
   * The stop cannot wait any longer: what is in hand is rolled back and refused with `Stopping`, as is whatever comes later. The
   * `connections` underneath go on, and `lastly`.
   */
  cut(): Promise<void>
  /** Waits for what is running, closes every connection and gives the data folder free. Twice does no harm. */
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** A PostgreSQL server: postgres://user:password@host:port/name. Wins over `dataDir`. */
  url?: string | undefined
  /** A folder of this process's own for the embedded database. */
  dataDir?: string | undefined
  /** An embedded database that is forgotten on close; or a PGlite that the caller made, closed with the database. */
  memory?: boolean | PGlite
  /** Most connections to a PostgreSQL server. */
  poolSize?: number
  /** Opens also a server that the bot cannot run on: for the doctor, who says what it lacks. */
  whateverItLacks?: boolean
  /** For waits between attempts. Machine time unless a test of those says otherwise. */
  clock?: Clock
  log?: Log
}

const POOL_SIZE = 10

/**
 * Statements slower than this many milliseconds are logged: on PGlite they hold everybody up. Not less, because
 * there the first run of a statement compiles code and takes up to 200.
 */
const SLOW_MS = { pglite: 250, postgres: 500 }

/** Opens the database that `options` name; brings no tables (see `migrate`). Throws a SetupError when it cannot be had. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { clock = systemClock, log = silentLog } = options
  const server = await openAny(options, clock, log)
  const { kind, connections, listen } = server
  const shapes = new Shapes()
  const names = new Names()
  const { pool, steady: steadyPool, cut } = cuttable(connections, server.cancel, shapes, names)
  const told = (event: LogEvent) => {
    if (event.queryDurationMillis > SLOW_MS[kind]) {
      log.warn({ ms: Math.round(event.queryDurationMillis), sql: event.query.sql.slice(0, 300) }, 'A slow statement')
    }
  }
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }), log: told })
  const steady = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: steadyPool }), log: told })
  const last = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: connections }), log: told })
  knowShapes(kysely, shapes)
  knowShapes(steady, shapes)
  const running = new Set<Promise<unknown>>()
  let closing: Promise<void> | undefined
  const close = async () => {
    await Promise.allSettled(running)
    await connections.end()
    await server.stop()
  }
  const track = <T>(begin: () => Promise<T>): Promise<T> => {
    if (closing) return Promise.reject(new Stopping())
    const done = begin()
    running.add(done)
    return done.finally(() => running.delete(done))
  }
  const begin = <T>(on: Kysely<Schema>, work: (tx: Tx) => Promise<T>): Promise<T> =>
    track(() =>
      runTransaction(on, connections, clock, log, (tx) => {
        knowShapes(tx, shapes)
        return work(tx)
      }),
    )
  return {
    kind,
    read: kysely,
    steady,
    connections,
    names,
    listen,
    look: (work) => track(() => persist(clock, log, () => work(readTogether(kysely)))),
    transaction: (work) => begin(kysely, work),
    once: (statement) => track(() => runOnce(kysely, clock, log, statement)),
    steadily: (statement) => track(() => runOnce(steady, clock, log, statement)),
    lastly: (work) => begin(last, work),
    cut,
    close() {
      closing ??= close()
      return closing
    },
  }
}

function openAny(options: DatabaseOptions, clock: Clock, log: Log): Promise<Server> {
  const { url, dataDir, memory } = options
  if (url !== undefined)
    return openServer(
      url,
      { size: options.poolSize ?? POOL_SIZE, whateverItLacks: options.whateverItLacks ?? false },
      clock,
      log,
    )
  if (dataDir !== undefined) return openFolder(dataDir, clock, log)
  if (memory) return openMemory(clock, log, memory === true ? undefined : memory)
  throw new Error('openDatabase needs one of url, dataDir and memory')
}
