import type { Cancel } from '../clock.ts'
import type { Database } from './database.ts'
import { onCommit, ownerOf, type Tx } from './transaction.ts'

const ears = new WeakMap<object, Map<string, Set<(payload: unknown) => void>>>()

/** Calls everybody in this process who hears `topic` on tx's database, once tx is committed. Other replicas hear nothing. */
export function signal(tx: Tx, topic: string, payload?: unknown): void {
  const owner = ownerOf(tx)
  onCommit(tx, () => {
    for (const fn of ears.get(owner)?.get(topic) ?? []) fn(payload)
  })
}

/** Hears what {@link signal} says of `topic` on `db`. */
export function hear(db: Database, topic: string, fn: (payload: unknown) => void): Cancel {
  const topics = ears.get(db.connections) ?? new Map<string, Set<(payload: unknown) => void>>()
  ears.set(db.connections, topics)
  const fns = topics.get(topic) ?? new Set()
  topics.set(topic, fns)
  fns.add(fn)
  return () => fns.delete(fn)
}
