import type { Status } from '../incident/index.ts'
import type { IncidentKind, IncidentType, Visibility } from '../settings/index.ts'

/** Which incidents are looked for: what is left out does not narrow; of several values any one is enough. */
export type Wanted = {
  statuses?: readonly Status[] | undefined
  services?: readonly string[] | undefined
  levels?: readonly string[] | undefined
  types?: readonly IncidentType[] | undefined
  kinds?: readonly IncidentKind[] | undefined
  visibilities?: readonly Visibility[] | undefined
  /** Words that must all stand in the summary, the impact or the channel's name, in whatever case. */
  words?: string | undefined
  /** Declared at or after this moment. */
  from?: Date | undefined
  /** Declared before this moment. */
  before?: Date | undefined
  /** In which this person takes part: declared it, has a role, or was called. */
  partOf?: string | undefined
  /** Not this one. */
  except?: string | undefined
}

/** What is not over: somebody may still have to act. */
export const openStatuses: readonly Status[] = ['responding', 'recovered']

/**
 * In which order: by the declaration, or the worst first by `levels`, the keys from the mildest to the worst; within the same level the
 * newest first.
 */
export type Order = { by: 'newest' } | { by: 'oldest' } | { by: 'level'; levels: readonly string[] }
