/**
 * Completes `package-lock.json` after `npm install` ran against a registry that lacks other platforms' packages:
 * adds each optional package that a locked package pins exactly, and drops registry addresses.
 * Usage: node scripts/lockfile/complete.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { entriesWithRegistry, type Lockfile, missingOptionalPackages } from './lockfile.ts'
import { platformOf } from './platform.ts'

const file = new URL('../../package-lock.json', import.meta.url)
const lock: Lockfile = JSON.parse(readFileSync(file, 'utf8'))

const missing = missingOptionalPackages(lock)
for (const { name, version, wantedBy } of missing) {
  const platform = platformOf(name)
  if (!platform || !/^\d+\.\d+\.\d+/.test(version)) {
    throw new Error(`${wantedBy} wants ${name}@${version}, which is not a package of one platform at one version`)
  }
  const dev = lock.packages[wantedBy]?.dev === true
  lock.packages[`node_modules/${name}`] = { version, ...platform, ...(dev ? { dev } : {}), optional: true }
}
const addressed = entriesWithRegistry(lock)
for (const key of addressed) delete lock.packages[key]?.resolved

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`package-lock.json: ${missing.length} packages added, ${addressed.length} registry addresses dropped`)
