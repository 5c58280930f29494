import { describe, test as plain } from 'vitest'
import type { DatabaseName } from '../harness/database.ts'

/** The database for which a file is being read, where it is read for both. */
let reading: DatabaseName | undefined

/**
 * Tells stories on a real PostgreSQL, all of them, and on PGlite those that are told {@link everywhere}. docs/testing.md says
 * which those are.
 */
export function forEachDatabase(tell: (database: DatabaseName) => void): void {
  for (const database of ['PGlite', 'PostgreSQL'] as const)
    onDatabase(database, () => {
      reading = database
      try {
        tell(database)
      } finally {
        reading = undefined
      }
    })
}

/** Tells stories on one of them, where the other has nothing to say. */
export function onDatabase(database: DatabaseName, tell: () => void): void {
  describe(`on ${database}`, tell)
}

/** A story that is told on both databases: it does something that no other story does on PGlite. */
export const everywhere = plain

/** A story, told on PostgreSQL where its file is read for both databases. */
export const test: typeof plain = new Proxy(plain, {
  apply: (target, it, args: Parameters<typeof plain>) =>
    reading === 'PGlite' ? undefined : Reflect.apply(target, it, args),
  get(target, name, receiver) {
    if (name === 'each' && reading === 'PGlite') return () => () => {}
    return Reflect.get(target, name, receiver)
  },
})
