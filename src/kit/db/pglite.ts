import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import pg from 'pg'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { columnTypes } from './column-types.ts'
import { nameFailure } from './failures.ts'
import { lockFolder } from './folder-lock.ts'
import { type Connections, guardPool } from './pool.ts'
import { outside } from './scope.ts'
import type { Server } from './server.ts'
import { SetupError } from './setup-error.ts'

/** The PostgreSQL version inside the pinned PGlite: a folder written by another one cannot be opened. */
const MAJOR_VERSION = '18'

/** A PGlite that lives in memory, or one that the caller made; either is closed when the server stops. */
export async function openMemory(clock: Clock, log: Log, made?: PGlite): Promise<Server> {
  return serve(made ?? (await PGlite.create()), clock, log, async () => {})
}

/**
 * A PGlite in `folder`, made if it is not there, locked against other processes. Throws a SetupError for a folder that is
 * in use, cannot be written, or was written by another version.
 */
export async function openFolder(folder: string, clock: Clock, log: Log): Promise<Server> {
  const lock = await prepare(folder, clock)
  try {
    const pglite = await start(folder)
    return serve(pglite, clock, log, async () => lock.release())
  } catch (error) {
    lock.release()
    throw error
  }
}

async function prepare(folder: string, clock: Clock) {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return await lockFolder(folder, clock)
  } catch (error) {
    if (error instanceof SetupError) throw error
    throw new SetupError(`The data folder ${folder} cannot be written (${nameFailure(error)})`)
  }
}

/** Opens `folder`/pg. A first start that was cut off left its mark behind and begins again from nothing. */
async function start(folder: string): Promise<PGlite> {
  const data = join(folder, 'pg')
  const unfinished = join(folder, 'unfinished')
  const version = join(data, 'PG_VERSION')
  if (existsSync(unfinished)) rmSync(data, { recursive: true, force: true })
  if (existsSync(version)) {
    const found = readFileSync(version, 'utf8').trim()
    if (found !== MAJOR_VERSION) {
      throw new SetupError(
        `The data folder ${folder} was written by PostgreSQL ${found}, this release needs ${MAJOR_VERSION}: export it with the release that wrote it`,
      )
    }
    return create(folder, data)
  }
  try {
    writeFileSync(unfinished, '')
  } catch (error) {
    throw new SetupError(`The data folder ${folder} cannot be written (${nameFailure(error)})`)
  }
  const pglite = await create(folder, data)
  rmSync(unfinished)
  return pglite
}

async function create(folder: string, data: string): Promise<PGlite> {
  try {
    return await PGlite.create(data)
  } catch (error) {
    throw new SetupError(`The database in ${folder} does not start (${nameFailure(error)})`)
  }
}

function serve(pglite: PGlite, clock: Clock, log: Log, released: () => Promise<void>): Server {
  // One connection, never given back: a new one would be the same session, with the old one's LISTENs gone.
  const pool = new pg.Pool({ ...createPgConfig(pglite), max: 1, idleTimeoutMillis: 0, types: columnTypes })
  const connections = guardPool(pool, clock, log, 'The embedded database')
  return {
    kind: 'pglite',
    connections,
    listen: (channel, onNotification, onConnect) =>
      listenInProcess(pglite, connections, channel, onNotification, onConnect),
    async stop() {
      await pglite.close()
      await released()
    },
  }
}

async function listenInProcess(
  pglite: PGlite,
  connections: Connections,
  channel: string,
  onNotification: (payload: string) => void,
  onConnect: () => void,
) {
  const unsubscribe = pglite.onNotification((name, payload) => {
    if (name === channel) outside(() => onNotification(payload))
  })
  const client = await connections.connect()
  try {
    await client.query(`listen ${client.escapeIdentifier(channel)}`)
  } catch (error) {
    unsubscribe()
    throw error
  } finally {
    client.release()
  }
  outside(onConnect)
  return { close: async () => unsubscribe() }
}
