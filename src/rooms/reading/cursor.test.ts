import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cursorOf, cursorText } from './cursor.ts'

test('a cursor comes back as it was given out, and whatever else is brought is none', () => {
  const cursor = { declaredAt: new Date('2026-11-29T03:00:00.123Z'), id: 'inc_01JDV' }
  expect(cursorOf(cursorText(cursor))).toEqual(cursor)
  for (const text of [
    '',
    'x',
    cursorText(cursor).slice(2),
    Buffer.from('2026-13-99T99:99:99.000Z a').toString('base64url'),
  ])
    expect(cursorOf(text)).toBeUndefined()
  fc.assert(fc.property(fc.string(), (text) => cursorOf(text) === undefined))
})
