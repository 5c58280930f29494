import { z } from 'zod'
import { isJapaneseHoliday } from '../values/japanese-holidays.ts'
import { dayIn, momentOn, plusDays, timeOfDay, timezoneName, weekdayOf } from '../values/local-time.ts'
import { weekdays } from './upkeep.ts'

/** A day of the calendar, `2026-12-29`. */
const day = z.string('day').refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && plusDays(text, 0) === text, 'day')

/** When people may be asked about documents: postmortem, action items, review. Never holds up what the response needs. */
export const workingHours = z
  .strictObject({
    days: z
      .array(z.enum(weekdays))
      .min(1)
      .default(['mon', 'tue', 'wed', 'thu', 'fri'])
      .describe('The working days of a week. 働く曜日'),
    from: timeOfDay.default('09:00').describe('始業'),
    to: timeOfDay.default('18:00').describe('終業'),
    timezone: timezoneName.optional().describe('Where it is not that of the settings. タイムゾーン'),
    holidays: z
      .array(z.union([z.literal('japan'), day], 'holiday'))
      .default([])
      .describe('Days off: `japan` for the public holidays of Japan, and days of your own. 休日'),
  })
  .refine(({ from, to }) => from < to, 'working_day')
  .optional()
  .describe('When questions and reminders about documents may come; without it at any time. 業務時間')

export type WorkingSettings = { working_hours?: z.output<typeof workingHours>; timezone: string }

/** A calendar of holidays alone would have no working day: after so many days nobody is held up any more. */
const mostDaysAhead = 60

/**
 * The first moment from `at` on at which people may be asked about documents: `at` itself within working hours, or where none are set.
 * Where clocks are put forward over the whole of a working day, that day has none.
 */
export function whenAtWork({ working_hours: hours, timezone }: WorkingSettings, at: Date): Date {
  if (!hours) return at
  const zone = hours.timezone ?? timezone
  const today = dayIn(zone, at)
  for (let ahead = 0; ahead <= mostDaysAhead; ahead++) {
    const day = plusDays(today, ahead)
    if (!isWorkingDay(hours, day)) continue
    const from = momentOn(day, hours.from, zone)
    const to = momentOn(day, hours.to, zone)
    if (at < from && from < to) return from
    if (from <= at && at < to) return at
  }
  return at
}

/** Whether people may be asked about documents now. */
export const isAtWork = (settings: WorkingSettings, at: Date): boolean => whenAtWork(settings, at) <= at

/** The first working day from a day on, as the calendar of the settings has it; the day itself where there are no working hours. */
export function workingDayFrom({ working_hours: hours }: WorkingSettings, day: string): string {
  if (!hours) return day
  const ahead = Array.from({ length: mostDaysAhead + 1 }, (_, n) => plusDays(day, n))
  return ahead.find((each) => isWorkingDay(hours, each)) ?? day
}

function isWorkingDay({ days, holidays }: NonNullable<WorkingSettings['working_hours']>, day: string): boolean {
  const weekday = weekdays[(weekdayOf(day) + 6) % 7]
  if (!weekday || !days.includes(weekday) || holidays.includes(day)) return false
  return !(holidays.includes('japan') && isJapaneseHoliday(day))
}
