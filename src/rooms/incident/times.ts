import type { Incident } from './incident.ts'

/** The moments of an incident in their order, by the names of their fields in forms and facts: stored, so never renamed. */
export const timeFields = [
  'occurred_at',
  'detected_at',
  'declared_at',
  'handler_taken_at',
  'recovered_at',
  'completed_at',
] as const
export type TimeField = (typeof timeFields)[number]

export type Times = Record<TimeField, Date | null>

export const timesOf = (incident: Incident): Times => ({
  occurred_at: incident.occurredAt,
  detected_at: incident.detectedAt,
  declared_at: incident.declaredAt,
  handler_taken_at: incident.handlerTakenAt,
  recovered_at: incident.recoveredAt,
  completed_at: incident.completedAt,
})

/** What may not come before what. A response may begin, and end, before anybody declares. */
const orders: readonly (readonly [first: TimeField, second: TimeField])[] = [
  ['occurred_at', 'detected_at'],
  ['occurred_at', 'declared_at'],
  ['detected_at', 'declared_at'],
  ['declared_at', 'handler_taken_at'],
  ['occurred_at', 'recovered_at'],
  ['declared_at', 'completed_at'],
  ['recovered_at', 'completed_at'],
]

/** Pickers know minutes only: within the same minute nothing is before anything. */
export const minuteOf = (at: Date): number => Math.floor(at.getTime() / 60_000)

export const sameMinute = (a: Date | null, b: Date | null): boolean =>
  a === null || b === null ? a === b : minuteOf(a) === minuteOf(b)

/** The clock of whoever says when something was may be so much ahead of the bot's, in milliseconds: what is now to them is no future. */
const aheadMs = 5 * 60_000

/** What somebody calls a moment, by the bot's clock: theirs may be a little ahead. */
export const byOwnClock = (at: Date, now: Date): Date =>
  at > now && at.getTime() <= now.getTime() + aheadMs ? now : at

/** Why moments cannot be so: one that is still to come, one that must be known, or two in the wrong order. */
export type TimeProblem =
  | { is: 'in-future'; field: TimeField }
  | { is: 'needed'; field: TimeField }
  | { is: 'order'; field: TimeField; first: TimeField; second: TimeField }

/**
 * Whether `wanted` can be: undefined when it can. Of two in the wrong order the one that was `changed` is named, since
 * that is the field that somebody can put right.
 */
export function problemOf(
  wanted: Times,
  { changed, needed, now }: { changed: readonly TimeField[]; needed: readonly TimeField[]; now: Date },
): TimeProblem | undefined {
  for (const field of changed) {
    const at = wanted[field]
    if (at && at > now) return { is: 'in-future', field }
    if (!at && needed.includes(field)) return { is: 'needed', field }
  }
  for (const [first, second] of orders) {
    const [before, after] = [wanted[first], wanted[second]]
    if (!before || !after || minuteOf(before) <= minuteOf(after)) continue
    const field = changed.includes(second) ? second : first
    // What was in the wrong order before stays somebody else's matter.
    if (changed.includes(field)) return { is: 'order', field, first, second }
  }
  return undefined
}
