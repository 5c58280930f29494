import type { PostgresPool } from 'kysely'
import type pg from 'pg'
import { type Clock, sleep } from '../clock.ts'
import type { Log } from '../log.ts'
import { finishedWithin } from '../patience.ts'
import { Stopping } from '../stopping.ts'
import { isReadOnly, isUnreachable, nameFailure } from './failures.ts'
import { createGate } from './gate.ts'
import { refuseInsideTransaction } from './scope.ts'

/** Longest wait in milliseconds for a server that does not answer, before the caller gets the error. */
export const PATIENCE_MS = 30_000

const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 2_000

/** How long in milliseconds the last statements may take when the pool is closed; their connections are broken off then. */
const LAST_STATEMENTS_MS = 1_000

/** The one way to a connection: refuses it inside a transaction, waits while the server is away. */
export interface Connections extends PostgresPool {
  connect(): Promise<pg.PoolClient>
}

/** Puts the guard and the patience in front of `pool`. `where` names the server in log lines, without a password. */
export function guardPool(pool: pg.Pool, clock: Clock, log: Log, where: string): Connections {
  // An idle connection that breaks is dropped by the pool; without a listener the event would end the process.
  pool.on('error', (error) => log.warn({ reason: nameFailure(error) }, `An idle connection to ${where} broke`))
  // The pool takes its own listener off a connection in use; its query is rejected as well, so nothing is lost here.
  pool.on('connect', (client) => client.on('error', () => {}))

  const gate = createGate(pool.options.max ?? 1)
  const out = new Set<pg.PoolClient>()
  const connect = async () => {
    await gate.enter()
    try {
      // Whoever waited at the gate gets the same error as a caller that comes later.
      if (pool.ending) throw new Stopping()
      const client = await pool.connect()
      const release = client.release
      out.add(client)
      client.release = (broken) => {
        // Broken off already.
        if (!out.delete(client)) return
        release(broken)
        gate.leave()
      }
      return client
    } catch (error) {
      gate.leave()
      throw error
    }
  }

  // One line for all who wait.
  let isAway = false
  const connections: Connections = {
    options: pool.options,
    async end() {
      const ended = pool.end()
      if (await finishedWithin(LAST_STATEMENTS_MS, ended)) return
      for (const client of out) client.release(new Stopping())
      await ended
    },
    async connect() {
      refuseInsideTransaction(connections)
      if (pool.ending) throw new Stopping()
      const until = clock.now().getTime() + PATIENCE_MS
      for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
        try {
          const client = await connect()
          if (isAway) log.info(`${where} answers again`)
          isAway = false
          return client
        } catch (error) {
          if (!isUnreachable(error) || pool.ending || clock.now().getTime() + pause > until) throw error
          if (!isAway) log.warn({ reason: nameFailure(error) }, `${where} ${stateOf(error)}: waiting for it`)
          isAway = true
          await sleep(clock, pause)
        }
      }
    },
  }
  return connections
}

const stateOf = (error: unknown) => (isReadOnly(error) ? 'can only be read' : 'does not answer')
