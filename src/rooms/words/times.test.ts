import { expect, test } from 'vitest'
import { timesIn } from './times.ts'

const minuteMs = 60_000
const span = (minutes: number, ago = false) => ({ is: 'span', ms: minutes * minuteMs, ago })
const clock = (hour: number, minute: number) => ({ is: 'clock', hour, minute })
const day = (named: object) => ({ is: 'day', day: named })

test.each([
  ['30分', [span(30)]],
  ['30 min', [span(30)]],
  ['1h', [span(60)]],
  ['1.5 hours', [span(90)]],
  ['1時間半後', [span(90)]],
  ['三十分', [span(30)]],
  ['二十五分前', [span(25, true)]],
  ['半日', [span(720)]],
  ['half an hour', [span(30)]],
  ['an hour ago', [span(60, true)]],
  ['10 minutes ago', [span(10, true)]],
  ['by 15:00', [clock(15, 0)]],
  ['15時', [clock(15, 0)]],
  ['午後3時半', [clock(15, 30)]],
  ['9時5分ごろ', [clock(9, 5)]],
  ['3pm', [clock(15, 0)]],
  ['at 12:15 am', [clock(0, 15)]],
  ['12pm', [clock(12, 0)]],
  ['明日の10時', [day({ inDays: 1 }), clock(10, 0)]],
  ['next friday', [day({ weekday: 5 })]],
  ['金曜日', [day({ weekday: 5 })]],
  ['12月5日', [day({ month: 12, date: 5 })]],
  ['2026-12-05', [day({ month: 12, date: 5, year: 2026 })]],
  ['12/5', [day({ month: 12, date: 5 })]],
])('%s names a time', (words, times) => {
  const found = timesIn(words).toSorted((a, b) => a.from - b.from)
  expect(found.map(({ time }) => time)).toEqual(times)
})

test.each([
  'and',
  'a dog',
  'sev1',
  '99:99',
  '10.0.0.1',
  'http 500 errors',
  '3 of 5',
  '13/45',
  'v1.2.3',
  '第3日曜'.slice(0, 2),
])('%s names none', (words) => expect(timesIn(words)).toEqual([]))
