import type { Reader } from '../../kit/db/index.ts'
import { type Person, peopleByAnyName } from '../directory/index.ts'
import { partyMeant } from '../settings/index.ts'
import { ApiFailure } from './failure.ts'

/**
 * The person whom a caller names. Nobody acts as a bot, as somebody of another company, as somebody who left, or as one of several.
 * `mustBeBorne` refuses whom the caller may not name, before anything is said of them.
 */
export async function actorNamed(
  reader: Reader,
  name: string,
  mustBeBorne: (id: string | undefined) => void,
  field = 'actor',
): Promise<Person> {
  const plain = partyMeant(name)
  const found = (await peopleByAnyName(reader, [plain])).filter((each) => !each.isBot && !each.isOutsider)
  const person =
    found.find((each) => each.id === plain) ?? onlyOne(found.filter((each) => !each.isDeactivated)) ?? onlyOne(found)
  mustBeBorne(person?.id)
  if (!person) throw new ApiFailure('actor-unknown', 422, field)
  if (person.isDeactivated) throw new ApiFailure('actor-deactivated', 422, field)
  return person
}

/** The person whose token it is. */
export async function personById(reader: Reader, userId: string): Promise<Person | undefined> {
  return (await peopleByAnyName(reader, [userId])).find(({ id }) => id === userId)
}

/** Of several nobody can say who is meant. */
const onlyOne = (found: readonly Person[]): Person | undefined => (found.length === 1 ? found[0] : undefined)
