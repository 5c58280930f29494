import { type Rank, ranks } from '../settings/index.ts'
import type { Right } from './rights.ts'

/** The incidents that a token is for: these, and those of these services; null for no limit of that kind. */
export type Scope = { services: readonly string[] | null; incidents: readonly string[] | null }

/** What a token allows whoever acts through it, besides what they may do themselves. */
export type Bounds = { rank: Rank; within: Scope | null }

const needed = { 'take-part': 'responder', respond: 'responder', manage: 'manager', secure: 'security' } as const

/** Whether a rank is enough for a verb of this right. Whatever changes something is more than looking. */
export const allows = (rank: Rank, right: Right): boolean => ranks.indexOf(rank) >= ranks.indexOf(needed[right])

/** Whether an incident that is not declared yet would be within. */
export const holdsService = ({ services, incidents }: Scope, service: string): boolean =>
  services ? services.includes(service) : incidents === null

/** Whether an incident is among those that a token is for; `readableBy` says the same of rows. */
export const holdsIncident = (scope: Scope, { id, service }: { id: string; service: string }): boolean =>
  (scope.services === null && scope.incidents === null) ||
  (scope.services?.includes(service) ?? false) ||
  (scope.incidents?.includes(id) ?? false)

/** The higher of two ranks. */
export const higher = (one: Rank, other: Rank): Rank => (ranks.indexOf(one) > ranks.indexOf(other) ? one : other)
