import { apart, type Range } from './apart.ts'

/** A time that somebody named: so long, at that hour, on that day. `ago`: it lies behind. */
export type Time =
  | { is: 'span'; ms: number; ago: boolean }
  | { is: 'clock'; hour: number; minute: number }
  | { is: 'day'; day: Day }

/** A day as people name it: so many days from today, a weekday to come (0 is Sunday), or a date, of this year or the next. */
export type Day = { inDays: number } | { weekday: number } | { month: number; date: number; year?: number }

const minuteMs = 60_000
const numeral =
  '(\\d{1,4}(?:\\.\\d)?|(?:half )?an?(?= (?:hour|minute|day|week))|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]|半)'
const spans = new RegExp(
  `(?<![\\w.:])${numeral} ?(時間|分間?|日間?|週間?|hours?|hrs?|h|minutes?|mins?|min|m|days?|d|weeks?|w)(?![a-z])(半)?( ?前| ago)?`,
  'g',
)
const clocks =
  /(午前|午後)? ?(?<![\w.:/-])(\d{1,2})(?:[:：](\d{2})(?![\d:])|時(?!間)(半|\d{1,2}分)?)? ?(am\b|pm\b|a\.m\.|p\.m\.)?/g
const dates = /(?<![\w/-])(?:(\d{4})[-/年])?(\d{1,2})(?:[-/月])(\d{1,2})日?(?![\w/-])/g
const named = /今日|本日|明日|あした|明後日|あさって|来週|\btoday\b|\btomorrow\b|\bnext week\b/g
const weekdays = /(?:来週の?)?([日月火水木金土])曜日?|\b(?:on |next )?(sun|mon|tues|wednes|thurs|fri|satur)day\b/g

const inDays: Readonly<Record<string, number>> = {
  今日: 0,
  本日: 0,
  today: 0,
  明日: 1,
  あした: 1,
  tomorrow: 1,
  明後日: 2,
  あさって: 2,
  来週: 7,
  'next week': 7,
}

/** Every time named in a text of plain width and small letters. */
export function timesIn(text: string): ({ time: Time } & Range)[] {
  const take = (pattern: RegExp, timeOf: (match: RegExpExecArray) => Time | undefined) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const time = timeOf(match)
      return time ? [{ time, from: match.index, to: match.index + match[0].trimEnd().length }] : []
    })
  return apart([
    ...take(spans, spanIn),
    ...take(clocks, clockIn),
    ...take(dates, dateIn),
    ...take(named, ([word]) => ({ is: 'day', day: { inDays: inDays[word] ?? 0 } })),
    ...take(weekdays, ([, ja, en]) => {
      const weekday = ja
        ? '日月火水木金土'.indexOf(ja)
        : ['sun', 'mon', 'tues', 'wednes', 'thurs', 'fri', 'satur'].indexOf(en ?? '')
      return { is: 'day', day: { weekday } }
    }),
  ])
}

function spanIn([, count = '', unit = '', half, ago]: RegExpExecArray): Time {
  const unitMs = unitOf(unit)
  const ms = (numberOf(count) + (half ? 0.5 : 0)) * unitMs
  return { is: 'span', ms, ago: Boolean(ago) }
}

function unitOf(unit: string): number {
  if (/^(時間|h)/.test(unit)) return 60 * minuteMs
  if (/^(日|d)/.test(unit)) return 24 * 60 * minuteMs
  return /^(週|w)/.test(unit) ? 7 * 24 * 60 * minuteMs : minuteMs
}

/** 「三十」 as 30; "an" and "a" are one. */
function numberOf(words: string): number {
  if (/^\d/.test(words)) return Number(words)
  if (words.startsWith('half') || words === '半') return 0.5
  if (/^an?$/.test(words)) return 1
  const digit = (letter: string) => '一二三四五六七八九'.indexOf(letter) + 1
  if (!words.includes('十')) return digit(words)
  const [tens = '', ones = ''] = words.split('十')
  return (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0)
}

function clockIn([all, ja, hours = '', minutes, past, en]: RegExpExecArray): Time | undefined {
  const isClock = minutes !== undefined || all.includes('時') || ja !== undefined || en !== undefined
  const hour = Number(hours) % 24
  const minute = minutes ? Number(minutes) : past === '半' ? 30 : past ? Number.parseInt(past, 10) : 0
  if (!isClock || Number(hours) > 24 || minute > 59) return undefined
  const isLater = (ja === '午後' || en?.startsWith('p')) && hour < 12
  const isMidnight = (ja === '午前' || en?.startsWith('a')) && hour === 12
  return { is: 'clock', hour: isMidnight ? 0 : isLater ? hour + 12 : hour, minute }
}

function dateIn([, year, month, date]: RegExpExecArray): Time | undefined {
  const day = { month: Number(month), date: Number(date), ...(year ? { year: Number(year) } : {}) }
  return day.month >= 1 && day.month <= 12 && day.date >= 1 && day.date <= 31 ? { is: 'day', day } : undefined
}
