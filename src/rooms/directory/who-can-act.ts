import type { Reader } from '../../kit/db/index.ts'
import { groupsByHandle, peopleByAnyName } from './store.ts'

/** The ids of the people behind names of the settings and ids, each once: the members of a group for its handle. */
export async function peopleMeant(reader: Reader, names: readonly string[]): Promise<string[]> {
  const groups = await groupsByHandle(reader, names)
  const handles = new Set(groups.map((group) => group.handle))
  const single = names.filter((name) => !handles.has(name))
  const wanted = [...new Set([...groups.flatMap((group) => group.people), ...single])]
  return (await peopleByAnyName(reader, wanted)).map(({ id }) => id)
}

/** Those of them who can be called by anybody: no bots, guests, people of other companies or accounts that are gone. */
export async function whoCanAct(reader: Reader, names: readonly string[]): Promise<string[]> {
  const people = await peopleByAnyName(reader, await peopleMeant(reader, names))
  return people.flatMap((each) =>
    each.isBot || each.isGuest || each.isDeactivated || each.isOutsider ? [] : [each.id],
  )
}
