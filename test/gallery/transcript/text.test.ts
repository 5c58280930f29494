import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shorten } from './text.ts'

/** What `⟨words⟩×3` stands for. */
const whole = (told: string): string =>
  told.replaceAll(/⟨([^⟩]*)⟩×(\d+)/gu, (_, words: string, times: string) => words.repeat(Number(times)))

test('a run stands once with its number, and what is around it stays', () => {
  expect(shorten(`前${'<!channel> & '.repeat(20)}後`)).toBe('前⟨<!channel> & ⟩×20後')
  expect(shorten(`前\n${'行\n'.repeat(40)}後`)).toBe('前\n⟨行⟩×40 on lines of their own\n後')
  expect(shorten('あ'.repeat(59))).toBe('あ'.repeat(59))
})

test('nothing but runs is shortened below the most that a text may take', () => {
  const pieces = fc.array(fc.constantFrom('a', '障害', '👩‍👩‍👧‍👦', ' ', '&amp;'), { maxLength: 300 })
  fc.assert(
    fc.property(pieces, fc.integer({ min: 1, max: 90 }), (some, times) => {
      const text = some.slice(0, 12).join('').repeat(times).slice(0, 1000).toWellFormed() + some.join('').slice(0, 400)
      expect(whole(shorten(text))).toBe(text)
    }),
  )
})

test('what is longer says how much longer', () => {
  const text = Array.from({ length: 1000 }, (_, n) => `${n} `).join('')
  expect(shorten(text)).toBe(`${text.slice(0, 1500)}…(2,390 more letters)`)
})

test('a moment reads as its fallback', () => {
  expect(shorten('<!date^1795413900^{date_short_pretty} {time}|15:05> <!date^1795413900^{ago}|15:05>')).toBe(
    '‹15:05› ‹15:05 as {ago}›',
  )
})
