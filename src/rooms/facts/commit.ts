import type { Tx } from '../../kit/db/index.ts'
import { cancelTimer, setTimer } from '../../kit/timers/index.ts'
import { raise } from '../projection/index.ts'
import type { Actor, Fact, NewFact } from './fact.ts'
import { append } from './store.ts'
import type { Consequence, World } from './world.ts'

/** A change and the facts about it: there is no change without at least one. */
export type Change<T> = { facts: readonly [NewFact, ...NewFact[]]; result: T }
/** Nothing was to be done; whatever was written on the way here is rolled back. */
export type Unchanged<T> = { facts: readonly []; result: T }

export const unchanged = <T>(result: T): Unchanged<T> => ({ facts: [], result })

class NothingChanged<T> extends Error {
  readonly result: T
  constructor(result: T) {
    super('nothing changed')
    this.result = result
  }
}

/**
 * Runs one verb: rows, facts and what follows from them in one transaction. A `Refusal` thrown by `work` leaves nothing
 * behind. `work` must not reach the network, and may run again when the database asks for a retry.
 */
export async function commit<T>(
  world: World,
  actor: Actor,
  work: (tx: Tx, now: Date) => Promise<Change<T> | Unchanged<T>>,
): Promise<T> {
  try {
    return await world.db.transaction(async (tx) => {
      const now = world.clock.now()
      const done = await work(tx, now)
      if (done.facts.length === 0) throw new NothingChanged(done.result)
      await recordFacts(world, tx, actor, now, done.facts)
      return done.result
    })
  } catch (thrown) {
    // It was thrown in this very transaction, by what answers a T.
    if (thrown instanceof NothingChanged) return thrown.result as T
    throw thrown
  }
}

/**
 * Records facts inside a transaction that is open already (a timer's, a finished slot's): the same promise as `commit`
 * for a change made there.
 */
export async function recordFacts(
  world: World,
  tx: Tx,
  actor: Actor,
  now: Date,
  facts: readonly NewFact[],
): Promise<void> {
  // Raising first locks the subject's row, so that facts of one subject are counted one transaction at a time.
  const hurried = actor.kind !== 'clock'
  for (const subject of new Set(facts.map((fact) => fact.subject))) await raise(world.jobs, tx, subject, hurried)
  for (const fact of facts) {
    const recorded = await append(tx, { ...fact, id: world.ids.next('fct'), at: now, actor })
    for (const consequence of consequences(world, recorded)) await apply(world, tx, consequence, now, hurried)
  }
}

const consequences = (world: World, fact: Fact): Consequence[] =>
  world.effects.flatMap((effects) => effects(fact, world.settings()))

async function apply(world: World, tx: Tx, consequence: Consequence, now: Date, hurried: boolean): Promise<void> {
  switch (consequence.do) {
    case 'raise':
      return raise(world.jobs, tx, consequence.subject, hurried)
    case 'enqueue':
      return world.jobs.enqueue(tx, consequence.job, consequence.data)
    case 'set-timer':
      return setTimer(tx, consequence)
    case 'cancel-timer':
      return cancelTimer(tx, consequence.subject, consequence.kind)
    case 'change-along':
      return consequence.change(tx)
    case 'keep-timer':
      return consequence.keep(world, tx, now)
  }
}
