/** How a date is written for a person: their language and their time zone. */
export type DateStyle = { locale: string; timeZone: string }

type Part = 'num' | 'date' | 'short' | 'long' | 'time' | 'time_secs'

const OPTIONS: Record<Part, Intl.DateTimeFormatOptions> = {
  num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  short: { year: 'numeric', month: 'short', day: 'numeric' },
  long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
  time_secs: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
}

/**
 * Fills a date token's format, e.g. `{date_short_pretty} {time}` for a moment in Unix seconds. The names are those of Slack's
 * mrkdwn reference ("Date formatting"); unknown ones stay as they are.
 */
export function formatToken(format: string, seconds: number, style: DateStyle, now: Date): string {
  const when = new Date(seconds * 1000)
  return format.replace(/\{(\w+)\}/g, (whole, name: string) => tokenPart(name, when, style, now) ?? whole)
}

function tokenPart(name: string, when: Date, style: DateStyle, now: Date): string | undefined {
  switch (name) {
    case 'date_num':
      return dayKey(when, style.timeZone)
    case 'date':
      return say(when, 'date', style)
    case 'date_short':
      return say(when, 'short', style)
    case 'date_long':
    case 'date_long_full':
      return say(when, 'long', style)
    case 'date_pretty':
      return nearbyDay(when, style, now) ?? say(when, 'date', style)
    case 'date_short_pretty':
      return nearbyDay(when, style, now) ?? say(when, 'short', style)
    case 'date_long_pretty':
    case 'day_divider_pretty':
      return nearbyDay(when, style, now) ?? say(when, 'long', style)
    case 'time':
      return clockTime(when, style)
    case 'time_secs':
      return say(when, 'time_secs', style)
    case 'ago':
      return ago(when, style, now)
    default:
      return undefined
  }
}

/** The hour and minute. */
export function clockTime(when: Date, style: DateStyle): string {
  return say(when, 'time', style)
}

/** The heading over a day's messages: today, yesterday, or the whole date. */
export function dayHeading(when: Date, style: DateStyle, now: Date): string {
  return nearbyDay(when, style, now) ?? say(when, 'long', style)
}

/** Day and time in full, for a tooltip. */
export function fullMoment(when: Date, style: DateStyle): string {
  return `${say(when, 'long', style)} ${say(when, 'time_secs', style)}`
}

/** The calendar day as `2026-11-23`, in that time zone. */
export function dayKey(when: Date, timeZone: string): string {
  return formatter('en-CA', timeZone, 'num').format(when)
}

/** How long ago (or how far ahead) a moment is, in the largest whole unit. */
export function ago(when: Date, style: DateStyle, now: Date): string {
  const seconds = Math.round((when.getTime() - now.getTime()) / 1000)
  const relative = new Intl.RelativeTimeFormat(style.locale, { numeric: 'auto' })
  const size = Math.abs(seconds)
  if (size < 60) return relative.format(seconds, 'second')
  if (size < 3600) return relative.format(Math.trunc(seconds / 60), 'minute')
  if (size < 86_400) return relative.format(Math.trunc(seconds / 3600), 'hour')
  return relative.format(Math.trunc(seconds / 86_400), 'day')
}

function nearbyDay(when: Date, style: DateStyle, now: Date): string | undefined {
  const day = dayKey(when, style.timeZone)
  const relative = new Intl.RelativeTimeFormat(style.locale, { numeric: 'auto' })
  for (const offset of [0, -1, 1]) {
    if (day === dayKey(new Date(now.getTime() + offset * 86_400_000), style.timeZone)) {
      return capital(relative.format(offset, 'day'))
    }
  }
  return undefined
}

function say(when: Date, part: Part, style: DateStyle): string {
  return formatter(style.locale, style.timeZone, part).format(when)
}

// Making a formatter costs far more than using it, and each message asks for one.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(locale: string, timeZone: string, part: Part): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${part}`
  const found = formatters.get(key)
  if (found) return found
  const made = new Intl.DateTimeFormat(locale, { ...OPTIONS[part], timeZone })
  formatters.set(key, made)
  return made
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
