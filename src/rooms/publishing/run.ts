import { later } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { bot, type NewFact, recordFacts, type World } from '../facts/index.ts'
import { raise } from '../projection/index.ts'
import { TakenOver } from './halt.ts'
import type { Publication } from './publication.ts'
import { changePublication, hold, type PublicationChange, publicationOf } from './store.ts'

/** Longer than any step takes: a worker that is gone keeps others waiting no longer, in milliseconds. */
export const leaseMs = 30_000

/** One worker at one document, from taking it to letting it go. */
export interface Run {
  readonly world: World
  readonly incidentId: string
  readonly holder: string
  /** As it stands in the database now. */
  publication: Publication
  /** Writes down what has become of it, and takes it for longer. Throws `TakenOver` when another worker has it. */
  keep(change: PublicationChange): Promise<void>
  /** The same with what is told of it. Without facts only rows change, and what shows them is rendered again with `show`. */
  tell(
    work: (tx: Tx, now: Date) => Promise<{ change: PublicationChange; facts: NewFact[]; show?: boolean }>,
  ): Promise<void>
}

export function createRun(world: World, publication: Publication, holder: string): Run {
  const { incidentId } = publication
  const take = async (tx: Tx, now: Date) => {
    if (!(await hold(tx, incidentId, holder, now, later(now, leaseMs)))) throw new TakenOver()
  }
  const write = (work: (tx: Tx, now: Date) => Promise<PublicationChange>) =>
    world.db.transaction(async (tx) => {
      const now = world.clock.now()
      await take(tx, now)
      await changePublication(tx, incidentId, await work(tx, now))
      return read(tx, incidentId)
    })
  const run: Run = {
    world,
    incidentId,
    holder,
    publication,
    async keep(change) {
      run.publication = await write(async () => change)
    },
    async tell(work) {
      run.publication = await write(async (tx, now) => {
        const { change, facts, show = false } = await work(tx, now)
        if (facts.length > 0) await recordFacts(world, tx, bot, now, facts)
        else if (show) await raise(world.jobs, tx, incidentSubject(incidentId), false)
        return change
      })
    },
  }
  return run
}

async function read(tx: Tx, incidentId: string): Promise<Publication> {
  const found = await publicationOf(tx, incidentId)
  if (!found) throw new Error(`The document of ${incidentId} was published nowhere`)
  return found
}
