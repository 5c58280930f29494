import { z } from 'zod'

/** An offer of the lead. Whoever leads goes on leading until `to` has accepted it. */
export type HandOver = { id: string; from: string; to: string; proposedBy: string; briefing: string }

/** The timer's name in the table of timers: stored, so never renamed. */
export const offerTimer = 'roles.offer'

/** After so long without an answer an offer is brought to mind, once; in milliseconds. */
export const offerWaitsMs = 5 * 60_000

/** Which offer the timer is about: a newer one takes its place. */
export const offerWaiting = z.object({ handOver: z.string() })

/** The briefing has to fit into one section of the message that shows it. */
export const longestBriefing = 2000

/**
 * What an answer by `userId` means: the receiver declines, who offers or who leads withdraws. Undefined where it is not
 * theirs to answer.
 */
export function droppedBy(offer: HandOver, userId: string): 'declined' | 'withdrawn' | undefined {
  if (userId === offer.to) return 'declined'
  return userId === offer.from || userId === offer.proposedBy ? 'withdrawn' : undefined
}
