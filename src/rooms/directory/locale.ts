import type { Reader } from '../../kit/db/index.ts'
import { type Locale, localeOf } from '../../kit/i18n/index.ts'
import { peopleByAnyName } from './store.ts'

/** The languages in which to speak to people, by id; who is not known is left out. */
export async function localesOf(
  reader: Reader,
  userIds: readonly string[],
  otherwise: Locale,
): Promise<Map<string, Locale>> {
  const people = await peopleByAnyName(reader, [...new Set(userIds)])
  return new Map(people.map((person) => [person.id, localeOf(person.locale ?? undefined, otherwise)]))
}

/** The language in which to speak to one person; `otherwise` where Slack has not said. */
export async function localeOfPerson(reader: Reader, userId: string, otherwise: Locale): Promise<Locale> {
  const [person] = await peopleByAnyName(reader, [userId])
  return localeOf(person?.locale ?? undefined, otherwise)
}
