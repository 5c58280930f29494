import type { Reader } from '../../kit/db/index.ts'
import { mayKnow } from '../assembly/index.ts'
import { groupsByHandle, peopleByAnyName } from '../directory/index.ts'
import { Refusal } from '../facts/index.ts'

/** A group that leads a service is told whole where it is so small; a larger one is a crowd in which nobody feels meant. */
const smallGroup = 5

/** Of a private incident nobody hears by being given something to do: whoever is to do it is invited first. */
export async function refuseOutsider(
  reader: Reader,
  incidentId: string,
  owner: string | null | undefined,
): Promise<void> {
  if (owner && !(await mayKnow(reader, incidentId, owner))) throw new Refusal('action-owner-outside', {}, 'owner')
}

/** The people of these ids, names and small groups who are there and may know of an incident. */
export async function reachable(
  reader: Reader,
  incidentId: string,
  names: readonly (string | null | undefined)[],
): Promise<string[]> {
  const wanted = names.flatMap((name) => name ?? [])
  const groups = await groupsByHandle(reader, wanted)
  const members = groups.flatMap(({ people }) => (people.length <= smallGroup ? people : []))
  const people = await peopleByAnyName(reader, [...new Set([...wanted, ...members])])
  const found: string[] = []
  for (const { id, isDeactivated, isBot } of people) {
    if (!isDeactivated && !isBot && (await mayKnow(reader, incidentId, id))) found.push(id)
  }
  return found.toSorted()
}
