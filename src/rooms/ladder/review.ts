import { momentOn, plusDays, weekdayOf } from '../settings/index.ts'

/** The meeting at which the postmortem is talked through. `open`: nobody has planned it, or it was planned before the incident was taken up again. */
export type Review = {
  state: 'open' | 'planned' | 'held' | 'waived'
  /** Counts the plans, from 1; 0 before the first. */
  n: number
  startsAt: Date | null
  minutes: number | null
  /** Who takes part. */
  people: readonly string[]
  plannedBy: string | null
  plannedAt: Date | null
}

export const noReview: Review = {
  state: 'open',
  n: 0,
  startsAt: null,
  minutes: null,
  people: [],
  plannedBy: null,
  plannedAt: null,
}

/** When people are awake and have eaten. */
const proposedTime = '14:00'

/** A time to propose: the afternoon of the working day before the due day, or of the next working day where that is gone. */
export function proposedReview(due: string, today: string, timezone: string): Date {
  const before = workingDay(plusDays(due, -1), -1)
  return momentOn(before > today ? before : workingDay(plusDays(today, 1), 1), proposedTime, timezone)
}

/** The day itself, or the next one that way that is no Saturday or Sunday. */
function workingDay(day: string, step: 1 | -1): string {
  return [0, 6].includes(weekdayOf(day)) ? workingDay(plusDays(day, step), step) : day
}
