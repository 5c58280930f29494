import holidayJp from '@holiday-jp/holiday_jp'

/**
 * The public holidays of Japan until 2050, substitute days included, as the Cabinet Office announces them. By the day's name: the
 * package's own question reads dates in the machine's time zone.
 */
const days: ReadonlySet<string> = new Set(Object.keys(holidayJp.holidays))

/** Whether a day (`2026-11-23`) is a public holiday in Japan. */
export const isJapaneseHoliday = (day: string): boolean => days.has(day)
