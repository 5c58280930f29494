import type { RoleKey } from '../settings/index.ts'

/**
 * Somebody is asked to take a role. `from` leads now and goes on until `to` has accepted it; null where nobody does, and for every
 * role but the lead.
 */
export type HandOver = {
  id: string
  role: RoleKey
  from: string | null
  to: string
  proposedBy: string
  briefing: string
}

/** One that waits for its answer. */
export type OpenHandOver = HandOver & { proposedAt: Date; remindedAt: Date | null }

/** How an offer ended without the role. `over`: with the response. */
export type Dropped = 'declined' | 'withdrawn' | 'replaced' | 'over'

/** The timer's name in the table of timers: stored, so never renamed. */
export const offerTimer = 'roles.offer'

/** After how many milliseconds without an answer an offer is followed by its one reminder. */
export const offerWaitsMs = 5 * 60_000

/** The briefing has to fit into one section of the message that shows it. */
export const longestBriefing = 2000

/**
 * What an answer by `userId` means: the receiver declines, who offers or who leads withdraws. Undefined where it is not
 * theirs to answer.
 */
export function droppedBy(
  offer: Pick<HandOver, 'from' | 'to' | 'proposedBy'>,
  userId: string,
): 'declined' | 'withdrawn' | undefined {
  if (userId === offer.to) return 'declined'
  return userId === offer.from || userId === offer.proposedBy ? 'withdrawn' : undefined
}
