import type { Reader } from '../../kit/db/index.ts'
import { knownLists, peopleByAnyName } from '../directory/index.ts'
import type { Settings } from '../settings/index.ts'
import { mayRead } from './store.ts'
import { viewerOf } from './viewer.ts'

/** Why somebody can be given nothing to do in an incident: nobody would act, or nobody could tell them. */
export const inabilities = ['bot', 'deactivated', 'outsider', 'guest', 'unknown', 'unknowing'] as const
export type Inability = (typeof inabilities)[number]

/**
 * Why somebody cannot be given anything to do in an incident; undefined where they can. The one answer for every door by which people
 * are named, and for whoever is reminded. `guest`: one who takes no part, and whom the bot cannot invite. `unknowing`: it is private.
 * Somebody who is not in the list does not exist, once the list has been read to its end.
 */
export async function inabilityOf(
  reader: Reader,
  settings: Settings,
  incidentId: string,
  userId: string,
): Promise<Inability | undefined> {
  const found = (await peopleByAnyName(reader, [userId])).find(({ id }) => id === userId)
  if (!found && (await knownLists(reader)).people.is === 'read') return 'unknown'
  if (found?.isBot) return 'bot'
  if (found?.isDeactivated) return 'deactivated'
  if (found?.isOutsider) return 'outsider'
  const viewer = await viewerOf(reader, settings, userId)
  if (await mayRead(reader, incidentId, viewer)) return undefined
  return viewer.isConfined ? 'guest' : 'unknowing'
}

/** Those of these people who can be given something to do in an incident, in this order, each once. */
export async function ableAmong(
  reader: Reader,
  settings: Settings,
  incidentId: string,
  userIds: readonly string[],
): Promise<string[]> {
  const able: string[] = []
  for (const userId of new Set(userIds)) {
    if (!(await inabilityOf(reader, settings, incidentId, userId))) able.push(userId)
  }
  return able
}
