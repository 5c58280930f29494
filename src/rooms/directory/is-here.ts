import type { Reader } from '../../kit/db/index.ts'
import { peopleByAnyName } from './store.ts'

/** Whether somebody is a person of this workspace, guests too, whose account is not deactivated. */
export async function isHere(reader: Reader, userId: string): Promise<boolean> {
  const found = (await peopleByAnyName(reader, [userId])).find(({ id }) => id === userId)
  return found !== undefined && !found.isDeactivated && !found.isOutsider && !found.isBot
}
