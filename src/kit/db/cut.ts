import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import { Malformed } from '../lenient.ts'
import { finishedWithin } from '../patience.ts'
import { Stopping } from '../stopping.ts'
import { wellFormed } from '../well-formed.ts'
import { isReadOnly } from './failures.ts'
import { type Names, STEADY } from './names.ts'
import type { Connections } from './pool.ts'
import type { Server } from './server.ts'
import type { Shapes } from './shapes.ts'

/** After this many milliseconds a connection that was asked to give its statement up is broken off. */
const GIVE_UP_MS = 300

/**
 * A parameter as PostgreSQL takes it: whatever a door let through, no statement fails for a letter. Throws `Malformed` for a time that
 * is none, which the driver would send as words.
 */
const storable = (parameter: unknown): unknown => {
  if (typeof parameter === 'string') return wellFormed(parameter)
  if (parameter instanceof Date && Number.isNaN(parameter.getTime())) throw new Malformed('expected a time')
  return Array.isArray(parameter) ? parameter.map(storable) : parameter
}

export interface Cuttable {
  /** The way to `connections` for whatever can be cut short. */
  readonly pool: PostgresPool
  /** The same for statements that are sent again and again, each as a transaction of its own. */
  readonly steady: PostgresPool
  /**
   * Cuts short whatever is in hand: what waits at the server is cancelled, and every statement from now on is refused with
   * {@link Stopping}, but for the rollback. A commit that is on its way is left alone. Resolves when all have let go.
   */
  cut(): Promise<void>
}

/**
 * `cancel` asks the server to give up what these connections wait for. The embedded database has none: nothing waits there for
 * anybody else, and its one connection is not to be broken off. `shapes` sees what each statement answers, `names` sends those that come again and again.
 */
export function cuttable(connections: Connections, cancel: Server['cancel'], shapes: Shapes, names: Names): Cuttable {
  const inHand = new Map<pg.PoolClient, PromiseWithResolvers<void>>()
  let isCut = false

  const hold = (client: pg.PoolClient, isSteady: boolean): PostgresPoolClient => {
    const held = Promise.withResolvers<void>()
    let isUseless = false
    inHand.set(client, held)
    const query = async (sql: string, parameters: readonly unknown[]) => {
      if (isCut && sql !== 'rollback') throw new Stopping()
      try {
        const values = parameters.map(storable)
        const isKept = isSteady || sql.startsWith(STEADY)
        const result = await (isKept ? names.send(client, sql, values) : client.query(sql, values))
        shapes.see(sql, result.fields)
        return result
      } catch (error) {
        isUseless ||= isReadOnly(error)
        // Whether a commit that broke was made, nobody knows: that stays to be told.
        throw isCut && sql !== 'commit' ? new Stopping(error) : error
      }
    }
    return {
      // Kysely's type has a second form, for cursors, which nothing here uses.
      query: query as unknown as PostgresPoolClient['query'],
      release(destroy) {
        // Broken off already.
        if (!inHand.delete(client)) return
        // The server may be about to cancel on this connection, which must not hit the statement of its next holder.
        client.release(destroy || isUseless || (isCut && cancel !== undefined))
        held.resolve()
      },
    }
  }

  const poolOf = (isSteady: boolean): PostgresPool => ({
    options: connections.options,
    end: () => connections.end(),
    async connect() {
      if (isCut) throw new Stopping()
      const client = await connections.connect()
      if (!isCut) return hold(client, isSteady)
      client.release()
      throw new Stopping()
    },
  })

  return {
    pool: poolOf(false),
    steady: poolOf(true),
    async cut() {
      isCut = true
      const letGo = Promise.all([...inHand.values()].map(({ promise }) => promise))
      if (inHand.size === 0) return
      await finishedWithin(GIVE_UP_MS, Promise.all([cancel?.([...inHand.keys()]), letGo]))
      if (!cancel) return
      for (const [client, { resolve }] of inHand) {
        inHand.delete(client)
        client.release(new Stopping())
        resolve()
      }
    },
  }
}
