import { expect, test } from 'vitest'
import { dateFormat } from './index.ts'

const noon = new Date('2026-11-23T03:00:00Z')

test('a format is made once, and another for each language, zone and style', () => {
  const tokyo = dateFormat('en-GB', { timeZone: 'Asia/Tokyo', timeStyle: 'short' })
  expect(dateFormat('en-GB', { timeZone: 'Asia/Tokyo', timeStyle: 'short' })).toBe(tokyo)
  expect(tokyo.format(noon)).toBe('12:00')
  expect(dateFormat('en-GB', { timeZone: 'Europe/Berlin', timeStyle: 'short' }).format(noon)).toBe('04:00')
  expect(dateFormat('ja-JP', { timeZone: 'Asia/Tokyo', dateStyle: 'medium' }).format(noon)).toBe('2026/11/23')
  expect(dateFormat('en-GB', { timeZone: 'Asia/Tokyo', dateStyle: 'medium' }).format(noon)).toBe('23 Nov 2026')
})
