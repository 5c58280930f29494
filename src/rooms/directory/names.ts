import type { Reader } from '../../kit/db/index.ts'
import { peopleByAnyName } from './store.ts'

/** People's names by id, as far as the workspace is known. */
export async function namesOf(reader: Reader, userIds: readonly string[]): Promise<Map<string, string>> {
  const people = await peopleByAnyName(reader, [...new Set(userIds)])
  return new Map(people.map((person) => [person.id, person.name]))
}
