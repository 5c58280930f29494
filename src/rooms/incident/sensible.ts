import { z } from 'zod'
import { later } from '../../kit/clock.ts'
import { moment } from '../../kit/wire.ts'
import { Refusal } from '../facts/index.ts'
import { dayIn } from '../settings/index.ts'
import { proven } from './proof.ts'

const dayMs = 24 * 3_600_000
/** Nothing that is handled today was noticed before: the year was mistyped. */
const longestAgoMs = 10 * 365.25 * dayMs
/** Nobody promises anything for a later day, or meets then. */
const farthestDayMs = 5 * 365.25 * dayMs
const farthestMeetingMs = 2 * 365.25 * dayMs

/** Refuses a moment that lies too long ago to be meant, at its field. */
export function mustBeRecent(at: Date, now: Date, field: string): void {
  if (at < later(now, -longestAgoMs)) throw new Refusal('time-too-early', {}, field)
}

/** Refuses a day that is over in the workspace, at its field. */
export function mustBeAhead(day: string, now: Date, timezone: string, field: string): void {
  if (day < dayIn(timezone, now)) throw new Refusal('day-past', {}, field)
}

/** When something was. That it is not to come, the verb says. */
export const pastMoment = proven(moment, async (value, field, { now }) => mustBeRecent(new Date(value), now, field))

/** When people meet. */
export const meetingMoment = proven(moment, async (value, field, { now }) => {
  if (new Date(value) > later(now, farthestMeetingMs)) throw new Refusal('time-too-far', {}, field)
})

const notFar = (day: string, now: Date, field: string): void => {
  if (day > dayIn('UTC', later(now, farthestDayMs))) throw new Refusal('day-too-far', {}, field)
}

/** A day by which something is to be done, which may be over where it is only said again. */
export const dueDay = proven(z.iso.date(), async (value, field, { now }) => notFar(String(value), now, field))

/** The same, of something that is new. */
export const dayAhead = proven(z.iso.date(), async (value, field, { now, world }) => {
  mustBeAhead(String(value), now, world.settings().timezone, field)
  notFar(String(value), now, field)
})
