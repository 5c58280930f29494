import type { ControlledTransaction, Kysely, Transaction } from 'kysely'
import { type Clock, sleep } from '../clock.ts'
import type { Log } from '../log.ts'
import { isConflict, isLostPlan, isUnreachable, nameFailure, UnknownCommit, wasNotSent } from './failures.ts'
import type { Schema } from './schema.generated.ts'
import { outside, type Scope, within } from './scope.ts'

/** An open transaction: the only way to write more than one statement. */
export type Tx = Transaction<Schema>

/** What one writing statement is sent with: a {@link Tx}, or `Database.once`. */
export type Writer = Pick<Kysely<Schema>, 'insertInto' | 'updateTable' | 'deleteFrom' | 'getExecutor'>

const MOST_ATTEMPTS = 6
const FIRST_PAUSE_MS = 5

const scopeOf = new WeakMap<Tx, Scope>()

/**
 * Calls `fn` once `tx` is committed; never when it is rolled back. For hints inside this process only (wake a loop, drop
 * a cache): a crash in between loses it. Throws when `tx` did not come from `Database.transaction`.
 */
export function onCommit(tx: Tx, fn: () => void): void {
  scopeFor(tx).afterCommit.push(fn)
}

/** What tells the database of `tx` from others. */
export function ownerOf(tx: Tx): object {
  return scopeFor(tx).owner
}

function scopeFor(tx: Tx): Scope {
  const scope = scopeOf.get(tx)
  if (!scope) throw new Error('This tx did not come from Database.transaction')
  return scope
}

/** Sends one statement, again after a conflict or where the connection broke: see `Database.once`. */
export const runOnce = <T>(
  kysely: Kysely<Schema>,
  clock: Clock,
  log: Log,
  statement: (writer: Writer) => Promise<T>,
): Promise<T> => persist(clock, log, () => statement(kysely))

/**
 * Runs `work` in one transaction and commits. What `work` throws rolls back and is thrown on. When another transaction
 * stood in the way, or the connection broke before the commit, `work` is begun again: it must do nothing but statements
 * on `tx`. `owner` is the pool. Throws {@link UnknownCommit} when the connection broke during the commit.
 */
export async function runTransaction<T>(
  kysely: Kysely<Schema>,
  owner: object,
  clock: Clock,
  log: Log,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return persist(clock, log, () => attemptTransaction(kysely, owner, log, work))
}

/** Does `work` again after a conflict, a plan that the database lost, or where the connection broke. */
export async function persist<T>(clock: Clock, log: Log, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !(isConflict(error) || isLostPlan(error) || isUnreachable(error))) throw error
      log.debug({ reason: nameFailure(error), attempt }, 'A transaction is begun again')
      await sleep(clock, FIRST_PAUSE_MS * 2 ** attempt * (0.5 + Math.random()))
    }
  }
}

async function attemptTransaction<T>(
  kysely: Kysely<Schema>,
  owner: object,
  log: Log,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const tx = await kysely.startTransaction().execute()
  const scope: Scope = { owner, open: true, afterCommit: [] }
  scopeOf.set(tx, scope)
  let result: T
  try {
    result = await within(scope, () => work(tx))
  } catch (error) {
    scope.open = false
    await giveUp(tx)
    throw error
  }
  scope.open = false
  try {
    await tx.commit().execute()
  } catch (error) {
    await giveUp(tx)
    throw isUnreachable(error) && !wasNotSent(error) ? new UnknownCommit(error) : error
  }
  for (const fn of scope.afterCommit) {
    try {
      outside(fn)
    } catch (error) {
      log.error({ err: error }, 'A hint after a commit failed')
    }
  }
  return result
}

/** Rolls back; where even that fails the connection is dead, and Kysely hands it back to the pool to be thrown away. */
async function giveUp(tx: ControlledTransaction<Schema>): Promise<void> {
  await tx
    .rollback()
    .execute()
    .catch(() => {})
}
