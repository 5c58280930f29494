import type { Reader } from '../../kit/db/index.ts'
import { groupsByHandle, peopleByAnyName } from './store.ts'

/**
 * The people behind names of the settings and ids who can be asked for something, each once: the members of a group for its
 * handle, and no bots, guests, people of other companies or accounts that are gone.
 */
export async function whoCanAct(reader: Reader, names: readonly string[]): Promise<string[]> {
  const groups = await groupsByHandle(reader, names)
  const handles = new Set(groups.map((group) => group.handle))
  const others = names.filter((name) => !handles.has(name))
  const wanted = [...new Set([...groups.flatMap((group) => group.people), ...others])]
  const people = await peopleByAnyName(reader, wanted)
  return people.flatMap((each) =>
    each.isBot || each.isGuest || each.isDeactivated || each.isOutsider ? [] : [each.id],
  )
}
