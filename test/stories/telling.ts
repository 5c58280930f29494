import { describe as plainDescribe, test as plainTest } from 'vitest'
import type { DatabaseName } from '../harness/database.ts'

/** The database for which stories are being read, where they are read for both. */
let reading: DatabaseName | undefined

/** Reads stories for one database: Vitest reads what stands in a describe block later than the block itself. */
function readFor(database: DatabaseName | undefined, read: () => void): void {
  const before = reading
  reading = database
  try {
    read()
  } finally {
    reading = before
  }
}

/**
 * Tells stories on a real PostgreSQL, all of them, and on PGlite those that are told {@link everywhere}. docs/testing.md says
 * which those are.
 */
export function forEachDatabase(tell: (database: DatabaseName) => void): void {
  for (const database of ['PGlite', 'PostgreSQL'] as const)
    plainDescribe(`on ${database}`, () => readFor(database, () => tell(database)))
}

/** Tells stories on one of them, where the other has nothing to say. */
export function onDatabase(database: DatabaseName, tell: () => void): void {
  plainDescribe(`on ${database}`, tell)
}

/** What belongs together in a file of stories. */
export function describe(name: string, tell: () => void): void {
  const database = reading
  plainDescribe(name, () => readFor(database, tell))
}

/** A story that is told on both databases: it does something that no other story does on PGlite. */
export const everywhere = plainTest

/** A story, told on PostgreSQL where its file is read for both databases. */
export const test: typeof plainTest = new Proxy(plainTest, {
  apply: (target, it, args: Parameters<typeof plainTest>) =>
    reading === 'PGlite' ? undefined : Reflect.apply(target, it, args),
  get(target, name, receiver) {
    if (name === 'each' && reading === 'PGlite') return () => () => {}
    return Reflect.get(target, name, receiver)
  },
})
