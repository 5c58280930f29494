import type { Reader } from '../../kit/db/index.ts'
import { type Locale, localeOf } from '../../kit/i18n/index.ts'
import { peopleByAnyName } from './store.ts'

/** The language in which to speak to one person; `otherwise` where Slack has not said. */
export async function localeOfPerson(reader: Reader, userId: string, otherwise: Locale): Promise<Locale> {
  const [person] = await peopleByAnyName(reader, [userId])
  return localeOf(person?.locale ?? undefined, otherwise)
}
