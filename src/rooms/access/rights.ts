import type { Reader } from '../../kit/db/index.ts'
import { groupsByHandle, peopleByAnyName } from '../directory/index.ts'
import type { Settings } from '../settings/index.ts'

/**
 * What somebody may do: `take-part` where they may know of it (come in, answer what they are asked), `respond` to incidents, `manage`
 * what others decide, `secure` what only few may know of. Each holds what the ones before it hold.
 */
const rights = ['respond', 'manage', 'secure'] as const
export type Right = 'take-part' | (typeof rights)[number]

/** Where the settings name who has a right. */
const lists = { respond: 'responders', manage: 'managers', secure: 'security' } as const

/**
 * Whether somebody has a right. Where the settings name nobody for it, everybody of the workspace has it, as long as they may know of
 * the incident: what nobody restricts is open to whoever is there at 3 a.m.
 */
export async function hasRight(reader: Reader, settings: Settings, userId: string, right: Right): Promise<boolean> {
  if (right === 'take-part' || settings.access[lists[right]].length === 0) return true
  const enough = rights.slice(rights.indexOf(right)).flatMap((each) => settings.access[lists[each]])
  return isAmong(reader, enough, userId)
}

/** Whether somebody administers the bot: whom the settings name, or, where they name nobody, the workspace's owners and admins. */
export async function isAdministrator(reader: Reader, settings: Settings, userId: string): Promise<boolean> {
  const found = (await peopleByAnyName(reader, [userId])).find(({ id }) => id === userId)
  if (!found || found.isDeactivated || found.isGuest || found.isOutsider || found.isBot) return false
  const { administrators } = settings.access
  return administrators.length > 0 ? isAmong(reader, administrators, userId) : found.isAdmin
}

async function isAmong(reader: Reader, names: readonly string[], userId: string): Promise<boolean> {
  const [people, groups] = await Promise.all([peopleByAnyName(reader, names), groupsByHandle(reader, names)])
  return people.some(({ id }) => id === userId) || groups.some((group) => group.people.includes(userId))
}
