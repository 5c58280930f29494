import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tagsIn, tagsOf } from './tags.ts'

test('however it was typed, the same words are the same tag', () => {
  expect(tagsIn('DB、 #接続プール, ｄｂ\n決済  API')).toEqual(['db', '接続プール', '決済 api'])
})

test('what is kept once is kept as it is', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (typed) => {
      const kept = tagsOf(typed)
      expect(tagsOf(kept)).toEqual(kept)
    }),
  )
})
