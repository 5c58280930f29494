import { type RoleKey, roleKeys } from '../settings/index.ts'

/** Who holds a role now. One person leads; every other role may have several holders. */
export type RoleHolder = { role: RoleKey; userId: string; since: Date }

/** That somebody held a role for a time; `until` is null while they do. */
export type RoleTerm = RoleHolder & { until: Date | null }

/** A role's key out of a form or a button; undefined for what an old or strange one says. */
export const roleOf = (value: string | null | undefined): RoleKey | undefined => roleKeys.find((each) => each === value)

/** Whoever leads and works at the same time does neither well: true when the handler is a responder too. */
export function handlerAlsoResponds(holders: readonly Pick<RoleHolder, 'role' | 'userId'>[]): boolean {
  const handler = holders.find((each) => each.role === 'handler')
  return holders.some((each) => each.role === 'responder' && each.userId === handler?.userId)
}
