import type { FactType } from '../../facts/index.ts'
import type { AnyHappenings, Happening } from './happening.ts'

let putUp: ReadonlyMap<string, Happening> | undefined

/**
 * Puts up how all facts read. The list of features does it when it is loaded, since timelines are read below them. Throws where two
 * bring the same fact.
 */
export function putUpHappenings(all: readonly AnyHappenings[]): void {
  const brought = all.flatMap((each) => Object.entries(each))
  const types = brought.map(([type]) => type)
  const twice = types.filter((type, at) => types.indexOf(type) < at)
  if (twice.length > 0) throw new Error(`${twice.join(', ')}: two features say how it reads`)
  putUp = new Map(brought)
}

/** How facts of this type read; undefined for those that nobody reads afterwards, and for types that we do not know. */
export const happeningOf = (type: string): Happening | undefined => happenings().get(type)

/** The facts that are read afterwards: on the timeline, or in all. */
export const happenedFacts = (which: 'timeline' | 'all'): FactType[] =>
  [...happenings()]
    .filter(([, { kind }]) => which === 'all' || kind)
    // Each feature brings them by the types of facts.
    .map(([type]) => type as FactType)

function happenings(): ReadonlyMap<string, Happening> {
  if (!putUp) throw new Error('Nobody has said yet how facts read: load src/features/all.ts first')
  return putUp
}
