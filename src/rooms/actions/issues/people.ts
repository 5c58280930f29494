import type { Reader } from '../../../kit/db/index.ts'
import { inabilityOf } from '../../access/index.ts'
import { peopleByAnyName } from '../../directory/index.ts'
import type { Settings } from '../../settings/index.ts'

/** By what the settings may call a person. */
const namesOf = ({ id, handle, email }: { id: string; handle: string; email: string | null }) => [id, handle, email]

/** The GitHub login of a Slack user; null where the settings do not name one. */
export async function loginOf(reader: Reader, userId: string, settings: Settings): Promise<string | null> {
  const [person] = await peopleByAnyName(reader, [userId])
  for (const name of person ? namesOf(person) : [userId]) {
    const known = name ? settings.github?.people[name] : undefined
    if (known && 'login' in known) return known.login
  }
  return null
}

/** The same, where they can be given something to do in an incident. */
export async function ownerOfLogin(
  reader: Reader,
  login: string,
  settings: Settings,
  incidentId: string,
): Promise<string | undefined> {
  const found = await personOfLogin(reader, login, settings)
  return found && !(await inabilityOf(reader, settings, incidentId, found)) ? found : undefined
}

/** The Slack user of a GitHub login; undefined where the settings do not name one, or the account is gone. */
export async function personOfLogin(reader: Reader, login: string, settings: Settings): Promise<string | undefined> {
  const names = Object.entries(settings.github?.people ?? {}).flatMap(([name, it]) =>
    'login' in it && it.login.toLowerCase() === login.toLowerCase() ? name : [],
  )
  return (await peopleByAnyName(reader, names)).find(({ isDeactivated, isBot }) => !isDeactivated && !isBot)?.id
}
