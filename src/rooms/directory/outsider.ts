import type { Reader } from '../../kit/db/index.ts'
import { peopleByAnyName } from './store.ts'

/** Whether an account is an app's. */
export async function isBot(reader: Reader, userId: string): Promise<boolean> {
  const found = await peopleByAnyName(reader, [userId])
  return found.some(({ id, isBot: is }) => id === userId && is)
}

/** Whether somebody is known to be of another company: they see and do nothing. */
export async function isOutsider(reader: Reader, userId: string): Promise<boolean> {
  const found = await peopleByAnyName(reader, [userId])
  return found.some(({ id, isOutsider: is }) => id === userId && is)
}
