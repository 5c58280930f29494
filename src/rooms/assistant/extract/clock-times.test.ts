import { expect, test } from 'vitest'
import { at } from '../material.samples.ts'
import { momentsIn } from './clock-times.ts'
import { normal } from './sentences.ts'

const read = (words: string, saidAt = at('15:00'), zone = 'Asia/Tokyo') =>
  momentsIn(normal(words), saidAt, zone).map((moment) => moment.at.toISOString())

test.each([
  ['14:02から', '14:02'],
  ['１４時２分ごろ', '14:02'],
  ['午後2時半に', '14:30'],
  ['since 2pm', '14:00'],
  ['at 2:02 p.m. it broke', '14:02'],
  ['05:02 UTC', '14:02'],
  ['10分前から', '14:50'],
  ['about 10 minutes ago', '14:50'],
])('%s is %s', (words, clock) => {
  expect(read(words)).toEqual([at(clock).toISOString()])
})

test('a clock that is far ahead is that of yesterday, one that is near is still to come', () => {
  expect(read('23:50に検知', at('00:10'))).toEqual([new Date(at('23:50').getTime() - 24 * 3_600_000).toISOString()])
  expect(read('復旧見込みは16:30')).toEqual([at('16:30').toISOString()])
})

test.each(['2時間かかった', 'v1.2:30 ratio 10:200', '99:99'])('%s names no moment', (words) => {
  expect(read(words)).toEqual([])
})
