import type { Reader } from '../../kit/db/index.ts'
import type { World } from '../facts/index.ts'
import { namedPeopleBefore } from './store.ts'

/** What of the settings says it. */
type Naming = { api: { may_name_people?: boolean | undefined } }

/** Whether the shared token may name people: as the settings say, or else as it was where the database comes from. */
export const sharedNamesPeople = async (reader: Reader, { api }: Naming): Promise<boolean> =>
  api.may_name_people ?? namedPeopleBefore(reader)

/** Says once, at the start, that the shared token makes whoever holds it anybody. */
export async function warnOfNaming({ db, log, settings }: World): Promise<void> {
  if (settings().api.may_name_people !== undefined || !(await namedPeopleBefore(db.read))) return
  log.warn(
    'Whoever holds SSSBOT_API_TOKEN can act as anybody, as in 0.3: set api.may_name_people to true where you need that, or to false',
  )
}
