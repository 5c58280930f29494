import type { Reader } from '../../kit/db/index.ts'
import { ableAmong } from '../access/index.ts'
import { groupsByHandle, peopleByAnyName } from '../directory/index.ts'
import type { Settings } from '../settings/index.ts'

/** A lead group up to this size is reminded as a whole; in a larger one nobody feels meant. */
const smallGroup = 5

/** The people of these ids, names and small groups who can be asked about an incident. */
export async function reachable(
  reader: Reader,
  settings: Settings,
  incidentId: string,
  names: readonly (string | null | undefined)[],
): Promise<string[]> {
  const wanted = names.flatMap((name) => name ?? [])
  const groups = await groupsByHandle(reader, wanted)
  const members = groups.flatMap(({ people }) => (people.length <= smallGroup ? people : []))
  const people = await peopleByAnyName(reader, [...new Set([...wanted, ...members])])
  return (
    await ableAmong(
      reader,
      settings,
      incidentId,
      people.map(({ id }) => id),
    )
  ).toSorted()
}
