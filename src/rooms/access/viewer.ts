import type { Reader } from '../../kit/db/index.ts'
import { peopleByAnyName } from '../directory/index.ts'
import type { Settings } from '../settings/index.ts'

/** Somebody who looks. Whoever is `confined` sees only what they take part in: guests, unless the settings say otherwise. */
export type Viewer = { userId: string; isConfined: boolean }

export async function viewerOf(reader: Reader, settings: Settings, userId: string): Promise<Viewer> {
  if (settings.access.guests === 'everything') return { userId, isConfined: false }
  const found = (await peopleByAnyName(reader, [userId])).find(({ id }) => id === userId)
  return { userId, isConfined: found?.isGuest ?? false }
}
