import type pg from 'pg'
import type { Listen } from './listen.ts'
import type { Connections } from './pool.ts'

/** A running database, of either kind, before anything is known of tables. */
export interface Server {
  kind: 'pglite' | 'postgres'
  connections: Connections
  listen: Listen
  /** Cancels the statements that run on these connections. Embedded, where none waits for another process, there is no such thing. */
  cancel?: ((clients: readonly pg.PoolClient[]) => Promise<void>) | undefined
  /** Stops what was started. The connections are closed by then. */
  stop(): Promise<void>
}
