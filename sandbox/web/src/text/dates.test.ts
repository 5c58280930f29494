import { describe, expect, it } from 'vitest'
import { formatToken } from './dates.ts'

const tokyo = { locale: 'ja-JP', timeZone: 'Asia/Tokyo' }
const newYork = { locale: 'en-US', timeZone: 'America/New_York' }
const at = Date.UTC(2026, 10, 23, 13, 20, 5) / 1000
const now = new Date((at + 120) * 1000)

describe('a date token', () => {
  it('is written in the language and the time zone of whoever looks', () => {
    expect(formatToken('{date_num} {time}', at, tokyo, now)).toBe('2026-11-23 22:20')
    expect(formatToken('{date_num} {time_secs}', at, newYork, now)).toBe('2026-11-23 8:20:05 AM')
    expect(formatToken('{date_long}', at, tokyo, now)).toBe('2026年11月23日月曜日')
  })

  it('says today and yesterday where it is asked to be pretty', () => {
    expect(formatToken('{date_short_pretty}', at, tokyo, now)).toBe('今日')
    expect(formatToken('{date_pretty}', at - 86_400, newYork, now)).toBe('Yesterday')
    expect(formatToken('{date_short_pretty}', at - 5 * 86_400, newYork, now)).toBe('Nov 18, 2026')
  })

  it('says how long ago it was, and leaves unknown names alone', () => {
    expect(formatToken('経過 {ago} {x}', at, tokyo, now)).toBe('経過 2 分前 {x}')
  })
})
