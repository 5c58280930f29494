import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownWords } from './own-words.ts'

describe('what somebody wrote over a message that is deleted', () => {
  test.each([
    ['DB の接続数が上限に達した', 'パスワードは hunter2 です', 'DB の接続数が上限に達した'],
    ['漏れたのは hunter2 です', 'パスワードは hunter2 です', null],
    ['H U N T E R 2 を無効化', 'パスワードは hunter2 です', null],
    ['「ｈｕｎｔｅｒ２」を無効化', 'パスワードは hunter2 です', null],
    ['OK と言われた', 'OK', null],
    ['見ています', '', '見ています'],
  ])('%s over %s', (words, original, kept) => expect(ownWords(words, original)).toBe(kept))

  test('never repeats the whole of it', () => {
    const text = fc.stringMatching(/[\p{L}\p{N}]{1,40}/u)
    fc.assert(
      fc.property(text, fc.string(), fc.string(), (original, before, after) => {
        expect(ownWords(`${before}${original}${after}`, original)).toBeNull()
      }),
    )
  })
})
