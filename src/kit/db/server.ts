import type { Listen } from './listen.ts'
import type { Connections } from './pool.ts'

/** A running database, of either kind, before anything is known of tables. */
export interface Server {
  kind: 'pglite' | 'postgres'
  connections: Connections
  listen: Listen
  /** Stops what was started. The connections are closed by then. */
  stop(): Promise<void>
}
