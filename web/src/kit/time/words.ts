import type { Locale } from '../words/locale.ts'
import { defineTexts, said } from '../words/words.ts'
import { formatIn, wallOf } from './zone.ts'

const texts = defineTexts({
  ja: {
    minutes: '{minutes}分',
    hour: '{hours}時間',
    hours: '{hours}時間{minutes}分',
    day: '{days}日',
    days: '{days}日{hours}時間',
  },
  en: {
    minutes: '{minutes} min',
    hour: '{hours} h',
    hours: '{hours} h {minutes} min',
    day: '{days} d',
    days: '{days} d {hours} h',
  },
})

/** A length of time for people: minutes under an hour, then hours, then days. */
export function lasting(ms: number, locale: Locale): string {
  const t = texts[locale]
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  const hours = Math.floor(minutes / 60)
  if (hours < 1) return said(t.minutes, { minutes })
  if (hours < 48) return said(minutes % 60 === 0 ? t.hour : t.hours, { hours, minutes: minutes % 60 })
  const days = Math.floor(hours / 24)
  return said(hours % 24 === 0 ? t.day : t.days, { days, hours: hours % 24 })
}

const tag = (locale: Locale) => (locale === 'ja' ? 'ja-JP' : 'en-GB')

/** In English a month is a word: 8/6 is two days. */
const monthAs = (locale: Locale) => (locale === 'ja' ? 'numeric' : 'short')

/** The time of day, and the day where it is not the one of `now`. */
export function clock(iso: string, now: number, locale: Locale): string {
  const at = new Date(iso)
  const isToday = wallOf(at.getTime()).slice(0, 10) === wallOf(now).slice(0, 10)
  const time = { hour: '2-digit', minute: '2-digit', hour12: false } as const
  const day = isToday ? {} : ({ month: monthAs(locale), day: 'numeric' } as const)
  return formatIn(tag(locale), { ...time, ...day }).format(at)
}

/** A day such as `2026-12-01` as people say it, as messages in Slack do: `12/1（火）`, `Tue 1 Dec`. */
export function dayWords(day: string, locale: Locale): string {
  const at = new Date(`${day}T00:00:00Z`)
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag(locale), { ...options, timeZone: 'UTC' }).format(at)
  if (locale === 'en') return format({ weekday: 'short', day: 'numeric', month: 'short' })
  return `${format({ month: 'numeric', day: 'numeric' })}（${format({ weekday: 'short' })}）`
}

/** A moment of any day, with its year: `2026/08/06 14:12`, `6 Aug 2026, 14:12`. */
export const moment = (iso: string, locale: Locale): string =>
  formatIn(tag(locale), {
    year: 'numeric',
    month: locale === 'ja' ? '2-digit' : 'short',
    day: locale === 'ja' ? '2-digit' : 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(new Date(iso))

/** The day of a moment, with its year and weekday: `2026/12/1（火）`, `Tue 1 Dec 2026`. */
export function dayOf(iso: string, locale: Locale): string {
  const at = new Date(iso)
  const format = (options: Intl.DateTimeFormatOptions) => formatIn(tag(locale), options).format(at)
  // With a year the library sets a comma behind the weekday, and without one it does not.
  if (locale === 'en')
    return `${format({ weekday: 'short' })} ${format({ day: 'numeric', month: 'short', year: 'numeric' })}`
  return `${format({ year: 'numeric', month: 'numeric', day: 'numeric' })}（${format({ weekday: 'short' })}）`
}

/** The time of day of a moment, where its day stands above it. */
export const timeOfDay = (iso: string, locale: Locale): string =>
  formatIn(tag(locale), { hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(iso))
