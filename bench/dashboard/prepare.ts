import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { storiesOf } from '../../scripts/seed/company.ts'
import { refuseRealIncidents } from '../../scripts/seed/refuse.ts'
import { writeAll } from '../../scripts/seed/write.ts'
import { type Database, migrate, openDatabase, readMigrations, SetupError } from '../../src/kit/db/index.ts'
import { settingsFrom } from '../../test/harness/bot.ts'
import { type Cluster, startCluster } from '../../test/harness/cluster.ts'
import { multiply } from './multiply.ts'

/** Where what takes minutes to make is kept from one run to the next. Deleting it does no harm. */
const kept = join(fileURLToPath(new URL('../..', import.meta.url)), '.build', 'bench')

/** How many incidents are told, how many messages each has on average, and how often all of it is copied. */
export type Size = { incidents: number; messages: number; copies: number }

export const inAll = ({ incidents, copies }: Size): number => incidents * (copies + 1)

/** The last moment of the company's three years. */
const until = new Date('2026-11-20T00:00:00Z')

/** A million messages with all that hangs on them take so much of a disk, in bytes; while they are written, half as much again. */
const bytesEachMillion = 3.5e9

/** The folder of a PGlite that holds the company. Made once for a schema; who uses it takes a copy. */
export async function preparedFolder(size: Size): Promise<string> {
  const name = `pglite-${size.incidents}-${size.messages}`
  const place = join(kept, `${name}-${await schemaKey()}`)
  if (existsSync(place)) return place
  await mkdir(kept, { recursive: true })
  for (const old of await readdir(kept))
    if (old.startsWith(name)) await rm(join(kept, old), { recursive: true, force: true })
  const unfinished = `${place}-unfinished`
  const db = await openDatabase({ dataDir: unfinished })
  await fill(db, size, tell).finally(() => db.close())
  await rename(unfinished, place)
  return place
}

async function schemaKey(): Promise<string> {
  const checksums = (await readMigrations()).map(({ checksum }) => checksum)
  return createHash('sha256').update(checksums.join()).digest('hex').slice(0, 12)
}

/**
 * The PostgreSQL whose databases are kept, with as much memory of its own as a machine for such a company gives it, and a count of the
 * pages that each statement touches. The caller stops it.
 */
export async function keptServer(folder: string = kept): Promise<Cluster> {
  await mkdir(folder, { recursive: true })
  return startCluster(folder, ['shared_buffers=1GB', 'shared_preload_libraries=pg_stat_statements'])
}

/**
 * The address of a database that holds the company. One that is there is brought up to the schema of today; where that is impossible,
 * because a migration was changed, it is made again.
 */
export async function preparedDatabase(server: Cluster, size: Size, report: Report = tell): Promise<string> {
  const name = `company_${size.incidents}_${size.messages}_${size.copies}`
  const there = await server.named(name)
  if (there && (await isBroughtUp(there))) return there
  if (there) await server.drop(name)
  await mustHaveRoom(size)
  const unfinished = `${name}_${process.pid}`
  const { tcp } = await server.create(unfinished)
  const db = await openDatabase({ url: tcp })
  await fill(db, size, report).finally(() => db.close())
  return server.rename(unfinished, name)
}

async function isBroughtUp(url: string): Promise<boolean> {
  const db = await openDatabase({ url })
  try {
    await migrate(db)
    return true
  } catch (error) {
    if (error instanceof SetupError) return false
    throw error
  } finally {
    await db.close()
  }
}

async function mustHaveRoom(size: Size): Promise<void> {
  const needed = ((inAll(size) * size.messages) / 1e6) * bytesEachMillion * 1.5
  const { bavail, bsize } = await statfs(fileURLToPath(new URL('.', import.meta.url)))
  const inGigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(0)} GB`
  if (bavail * bsize < needed)
    throw new Error(`${kept} has ${inGigabytes(bavail * bsize)} free, and ${inGigabytes(needed)} are needed`)
}

type Report = (line: string) => void

const tell: Report = (line) => console.log(`  ${new Date().toISOString().slice(11, 19)} ${line}`)

async function fill(db: Database, { incidents, messages, copies }: Size, report: Report): Promise<void> {
  await migrate(db)
  await refuseRealIncidents(db, false)
  const settings = await settingsFrom({})
  const company = { seed: 1, messagesEach: messages, until }
  await writeAll(db, storiesOf({ ...company, incidents, open: 0 }, settings), (written) => {
    if (written % 500 === 0) report(`${written} incidents`)
  })
  await multiply(db, copies, report)
  const now = new Date(until.getTime() + 9 * 24 * 3_600_000)
  await writeAll(db, storiesOf({ ...company, seed: 2, incidents: 6, open: 6, until: now }, settings), () => {})
}
