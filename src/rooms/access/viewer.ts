import type { Reader } from '../../kit/db/index.ts'
import { peopleByAnyName } from '../directory/index.ts'
import type { Settings } from '../settings/index.ts'
import type { Scope } from './bounds.ts'

/**
 * Somebody who looks. Whoever is `confined` sees only what they take part in: guests, unless the settings say otherwise. `within`: they
 * look through a token that is for these incidents alone.
 */
export type Viewer = { userId: string; isConfined: boolean; within?: Scope | null }

/** Whoever looks: somebody, or one who takes part in nothing, an agent or nobody in particular, and may know what everybody may. */
export type Looker = Viewer | { userId?: never; within?: Scope | null } | undefined

export async function viewerOf(reader: Reader, settings: Settings, userId: string): Promise<Viewer> {
  if (settings.access.guests === 'everything') return { userId, isConfined: false }
  const found = (await peopleByAnyName(reader, [userId])).find(({ id }) => id === userId)
  return { userId, isConfined: found?.isGuest ?? false }
}
