import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { storiesOf } from '../../scripts/seed/company.ts'
import { refuseRealIncidents } from '../../scripts/seed/refuse.ts'
import { writeAll } from '../../scripts/seed/write.ts'
import { type Database, migrate, openDatabase } from '../../src/kit/db/index.ts'
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

/** A PGlite's folder that holds the company. Made once; who uses it takes a copy. */
export async function preparedFolder(size: Size): Promise<string> {
  const place = join(kept, `pglite-${size.incidents}-${size.messages}`)
  if (existsSync(place)) return place
  await mkdir(kept, { recursive: true })
  const unfinished = `${place}-unfinished`
  await rm(unfinished, { recursive: true, force: true })
  const db = await openDatabase({ dataDir: unfinished })
  await fill(db, size).finally(() => db.close())
  await rename(unfinished, place)
  return place
}

/** The PostgreSQL whose databases are kept. The caller stops it. */
export async function keptServer(): Promise<Cluster> {
  await mkdir(kept, { recursive: true })
  return startCluster(kept)
}

/** The address of a database that holds the company. Made once. */
export async function preparedDatabase(server: Cluster, { incidents, messages, copies }: Size): Promise<string> {
  const name = `company_${incidents}_${messages}_${copies}`
  const there = await server.named(name)
  if (there) return there
  const unfinished = `${name}_${process.pid}`
  const { tcp } = await server.create(unfinished)
  const db = await openDatabase({ url: tcp })
  await fill(db, { incidents, messages, copies }).finally(() => db.close())
  return server.rename(unfinished, name)
}

async function fill(db: Database, { incidents, messages, copies }: Size): Promise<void> {
  const told = (line: string) => console.log(`  ${new Date().toISOString().slice(11, 19)} ${line}`)
  await migrate(db)
  await refuseRealIncidents(db, false)
  const settings = await settingsFrom({})
  const company = { seed: 1, messagesEach: messages, until }
  await writeAll(db, storiesOf({ ...company, incidents, open: 0 }, settings), (written) => {
    if (written % 500 === 0) told(`${written} incidents`)
  })
  await multiply(db, copies, told)
  const now = new Date(until.getTime() + 9 * 24 * 3_600_000)
  await writeAll(db, storiesOf({ ...company, seed: 2, incidents: 6, open: 6, until: now }, settings), () => {})
}
