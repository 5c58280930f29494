/** The parts of `package-lock.json` (lockfileVersion 3) that this folder reads and writes. */
export type LockEntry = {
  version?: string
  resolved?: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  [field: string]: unknown
}

export type Lockfile = { lockfileVersion: number; packages: Record<string, LockEntry>; [field: string]: unknown }

/** An optional package that a locked package names by an exact version, and that the lock file does not hold. */
export type MissingPackage = { name: string; version: string; wantedBy: string }

/** Where `name` resolves to when required from the package at `from` (a key of `packages`), or undefined. */
const resolveFrom = (lock: Lockfile, from: string, name: string): string | undefined => {
  for (let folder = from; ; ) {
    const key = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (lock.packages[key]) return key
    if (folder === '') return undefined
    const end = folder.lastIndexOf('/node_modules/')
    folder = end < 0 ? '' : folder.slice(0, end)
  }
}

/**
 * Lists the optional packages that the lock file ought to hold and does not. `npm ci` refuses such a lock file on every
 * machine, also where the package would never be installed. It happens when the registry in use does not carry the
 * packages of other platforms.
 */
export const missingOptionalPackages = (lock: Lockfile): MissingPackage[] =>
  Object.entries(lock.packages).flatMap(([key, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => resolveFrom(lock, key, name) === undefined)
      .map(([name, version]) => ({ name, version, wantedBy: key })),
  )

/** Lists the entries that name a registry: the lock file must work with whichever registry a machine has. */
export const entriesWithRegistry = (lock: Lockfile): string[] =>
  Object.entries(lock.packages)
    .filter(([, entry]) => entry.resolved !== undefined)
    .map(([key]) => key)
