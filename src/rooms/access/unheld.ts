import type { Reader } from '../../kit/db/index.ts'
import { groupsByHandle, knownLists, type Person, peopleByAnyName } from '../directory/index.ts'
import type { Settings } from '../settings/index.ts'

/** The lists of the settings that give a right to somebody. */
const rightLists = ['responders', 'managers', 'security', 'administrators'] as const
export type RightList = (typeof rightLists)[number]

/** A right that the settings give, and that nobody has: `names` are those that would have it. */
export type Unheld = { list: RightList; names: readonly string[] }

/** Each right is held by whoever holds one of these: the higher ones hold the lower. */
const holders: Record<RightList, readonly RightList[]> = {
  responders: ['responders', 'managers', 'security'],
  managers: ['managers', 'security'],
  security: ['security'],
  administrators: ['administrators'],
}

const canHold = ({ isBot, isDeactivated, isOutsider, isGuest }: Person): boolean =>
  !isBot && !isDeactivated && !isOutsider && !isGuest

/** Those of these names who are there and can hold a right: people, and whoever is in a group. */
export async function holdersAmong(reader: Reader, names: readonly string[]): Promise<Person[]> {
  const groups = await groupsByHandle(reader, names)
  const people = await peopleByAnyName(reader, [...names, ...groups.flatMap((group) => group.people)])
  return people.filter(canHold)
}

/**
 * The rights that the settings give and nobody has: a group was deleted, or everybody in it has left. Nothing is said while people or
 * groups are read for the first time.
 */
export async function unheldRights(reader: Reader, { access }: Settings): Promise<Unheld[]> {
  const given = rightLists.filter((list) => access[list].length > 0)
  if (given.length === 0) return []
  const { people, groups } = await knownLists(reader)
  if (people.is === 'reading' || groups.is === 'reading') return []
  const unheld = await Promise.all(
    given.map(async (list): Promise<Unheld[]> => {
      const names = [...new Set(holders[list].flatMap((each) => access[each]))]
      return (await holdersAmong(reader, names)).length > 0 ? [] : [{ list, names: access[list] }]
    }),
  )
  return unheld.flat()
}
