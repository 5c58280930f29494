import { z } from 'zod'
import { dateFormat } from '../../../kit/i18n/index.ts'
import type { Milliseconds } from './duration.ts'

/** A time of day, `10:00`. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'clock')

/** The IANA name of a time zone. */
export const timezoneName = z.string('timezone').refine((name) => isTimezone(name), 'timezone')

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** The day of a moment in a time zone, `2026-11-30`. */
export function dayIn(timezone: string, at: Date): string {
  const { year, month, day } = localOf(at, timezone)
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}

/** So many days after a day, or before it. */
export function plusDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** 0 for Sunday, 6 for Saturday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()

const dayMs = 24 * 3_600_000

/**
 * The moment at which clocks in a zone show this time of this day: the first one where they show it twice. Where they skip it, the one
 * just as long after midnight as it would have been: 02:30 is 03:30 on the day on which 02:00 becomes 03:00.
 */
export function momentOn(day: string, time: string, timezone: string): Date {
  const shown = Date.parse(`${day}T${time}:00Z`)
  const before = offsetOf(new Date(shown - dayMs), timezone)
  const after = offsetOf(new Date(shown + dayMs), timezone)
  const possible = [shown - before, shown - after].toSorted((a, b) => a - b)
  const found = possible.find((at) => at + offsetOf(new Date(at), timezone) === shown)
  return new Date(found ?? shown - before)
}

/** How far clocks in a zone are ahead of UTC at a moment, in milliseconds. */
function offsetOf(at: Date, timezone: string): Milliseconds {
  const { year, month, day, hour, minute } = localOf(at, timezone)
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at.getTime() / 60_000) * 60_000
}

function localOf(at: Date, timezone: string) {
  const parts = dateFormat('en', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0)
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') }
}
