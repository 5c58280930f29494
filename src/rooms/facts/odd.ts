import { misfit } from './shape.ts'
import { factShapes } from './shapes.generated.ts'

/** A stored fact that is not as its type declares it: which one, and where. Never what it says. */
export type OddFact = { id: string; type: string; at: string }

type Tell = (odd: OddFact) => void

const listeners = new Set<Tell>()

/** Hears of stored facts that are left out because they cannot be read. Answers how to stop hearing. */
export function hearOddFacts(tell: Tell): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/**
 * Whether a stored fact is as its type declares it: one that is not is left out of whatever is read, and told of, so that one odd row spoils
 * no page. A type that nobody declares any more is let be, since nobody reads it.
 */
export function isReadable({ id, type, data }: { id: string; type: string; data: unknown }): boolean {
  const shape = Object.hasOwn(factShapes, type) ? factShapes[type] : undefined
  const at = shape === undefined ? undefined : misfit(data, shape)
  if (at === undefined) return true
  for (const tell of listeners) tell({ id, type, at: at || '/' })
  return false
}
