import { AsyncLocalStorage } from 'node:async_hooks'

/** The life of one transaction, known to everything that its work function calls. */
export interface Scope {
  /** Whose transaction it is: the pool that it holds a connection of. */
  owner: object
  open: boolean
  afterCommit: (() => void)[]
  /** The transaction on another database that it lies within, if any. */
  outer?: Scope | undefined
}

const scopes = new AsyncLocalStorage<Scope>()

/** Runs `work` inside `scope`. */
export function within<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
  scope.outer = scopes.getStore()
  return scopes.run(scope, work)
}

/** Runs `work` as if no transaction were open: for callbacks that merely happen to be called during one. */
export function outside<T>(work: () => T): T {
  return scopes.exit(work)
}

/**
 * Throws when the caller is inside an open transaction of `owner` and asks it for another connection. PGlite has one connection, so it
 * would wait for itself forever; refused on PostgreSQL too, so that tests there find the same mistake.
 */
export function refuseInsideTransaction(owner: object): void {
  for (let scope = scopes.getStore(); scope; scope = scope.outer) {
    if (scope.open && scope.owner === owner) {
      throw new Error('Inside a transaction, every statement must go through the tx it was given: this one did not')
    }
  }
}
