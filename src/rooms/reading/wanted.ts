import type { readableBy } from '../access/index.ts'
import type { Status } from '../incident/index.ts'
import type { IncidentKind, IncidentType, Visibility } from '../settings/index.ts'

/** Which incidents are looked for: what is left out does not narrow; of several values any one is enough. */
export type Wanted = {
  statuses?: readonly Status[] | undefined
  services?: readonly string[] | undefined
  levels?: readonly string[] | undefined
  types?: readonly IncidentType[] | undefined
  tags?: readonly string[] | undefined
  kinds?: readonly IncidentKind[] | undefined
  visibilities?: readonly Visibility[] | undefined
  /** Which hold what is looked for. */
  holding?: Holding | undefined
  /** Declared at or after this moment. */
  from?: Date | undefined
  /** Declared before this moment. */
  before?: Date | undefined
  /** In which this person takes part: declared it, has a role, or was called. */
  partOf?: string | undefined
  /** Not this one. */
  except?: string | undefined
}

/** Words that rows of `incidents` hold: `here` is looked up row by row, `found` by an index. Whoever knows the words says how. */
export type Holding = { here: OfRows; found: OfRows }

type OfRows = ReturnType<typeof readableBy>

/** What is not over: somebody may still have to act. */
export const openStatuses: readonly Status[] = ['responding', 'recovered']

/**
 * In which order: by the declaration, or the worst first by `levels`, the keys from the mildest to the worst; within the same level the
 * newest first.
 */
export type Order = { by: 'newest' } | { by: 'oldest' } | { by: 'level'; levels: readonly string[] }
