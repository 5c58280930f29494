/** Who a call is for, the most urgent first. Slack's budget is spent in this order. */
export const lanes = ['declare', 'person', 'announce', 'checkpoint', 'cosmetic'] as const

export type Lane = (typeof lanes)[number]

/**
 * How much of a method's budget a lane may find spent and still spend more. What lies above is kept for the lanes before
 * it, so that no number of cosmetic edits can keep a declaration waiting.
 */
const SHARE: Record<Lane, number> = { declare: 1, person: 0.95, announce: 0.85, checkpoint: 0.7, cosmetic: 0.5 }

/** How many calls out of `limit` may have been made, this one included, when `lane` makes one. At least 1. */
export function allowance(limit: number, lane: Lane): number {
  return Math.max(1, Math.ceil(limit * SHARE[lane]))
}

/** The place of a lane in the queue: 0 goes first. */
export function rank(lane: Lane): number {
  return lanes.indexOf(lane)
}
