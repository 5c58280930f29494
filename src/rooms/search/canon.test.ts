import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonOf } from './canon.ts'
import { markedOf } from './find/marked.ts'
import { lexemesOf, monthOf, monthsBack } from './lexemes.ts'
import { termsOf } from './terms.ts'

const finds = (query: string, text: string) => {
  const { norm } = canonOf(text)
  const lexemes = lexemesOf(norm)
  return termsOf(query).every(
    ({ inside, lexemes: wanted }) =>
      norm.includes(inside) &&
      wanted.every(({ is, isOpen }) => lexemes.some((each) => (isOpen ? each.startsWith(is) : each === is))),
  )
}

const shown = (query: string, text: string) =>
  markedOf(text, termsOf(query))
    .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
    .join('')

describe('how words are compared', () => {
  test.each([
    ['ログイン', 'ログインできない'],
    ['ログイン', 'ﾛｸﾞｲﾝできない'],
    ['ﾛｸﾞｲﾝ', 'ログインできない'],
    ['ろぐいん', 'ログインできない'],
    ['サーバー', 'サーバが落ちた'],
    ['サーバ', 'サーバーが落ちた'],
    ['サーバーが落ちた', 'サーバが落ちた'],
    ['エラー', 'データベースエラーが出る'],
    ['佐藤', '佐藤さん'],
    ['障', '決済の障害'],
    ['𠮷', '𠮷野家が見つけた'],
    ['log', 'Login fails'],
    ['ＡＰＩ', 'the api is down'],
    ['failed', 'loginFailedError'],
    ['ログイン 遅い', '遅い。ログインに3分'],
    ['loginできない', 'LOGIN が できない'],
    ['ソフトハイフン', 'ソフト\u{AD}ハイフン'],
    ['5xx', '5XXが増えた'],
  ])('%s finds %s', (query, text) => expect(finds(query, text)).toBe(true))

  test.each([
    ['ログイン', 'ログアウト'],
    ['gin', 'Login fails'],
    ['ログイン 速い', 'ログインが遅い'],
    ['キー', 'キャッシュ'],
  ])('%s does not find %s', (query, text) => expect(finds(query, text)).toBe(false))

  test('words without a letter or a digit look for nothing', () => expect(termsOf('、。 !? ()')).toEqual([]))

  test('of whatever is said every word finds it again, and the index is asked for letters and digits alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        for (const { inside, lexemes } of termsOf(text)) {
          expect(canonOf(text).norm).toContain(inside)
          for (const { is } of lexemes) expect(is).toMatch(/^[\p{L}\p{N}\p{M}ー]+$/u)
        }
      }),
    )
  })

  test('each letter of the normal form knows where it came from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { norm, spans } = canonOf(text)
        expect(spans).toHaveLength(norm.length)
        for (const [from, to] of spans) expect(from <= to && to <= text.length).toBe(true)
      }),
    )
  })
})

describe('what is shown of it', () => {
  test.each([
    ['ログイン', 'ﾛｸﾞｲﾝできない', '[ﾛｸﾞｲﾝ]できない'],
    ['log', 'Login, then logout', '[Log]in, then [log]out'],
    ['ログイン できない', 'ログインできない', '[ログインできない]'],
    ['failed', 'see loginFailedError', 'see login[Failed]Error'],
    ['𠮷', 'あ𠮷野', 'あ[𠮷]野'],
    ['無い', '何も', '何も'],
  ])('%s in %s', (query, text, marks) => expect(shown(query, text)).toBe(marks))

  test('of a long text what stands around the first hit', () => {
    const marks = shown('ログイン', `${'𠮷'.repeat(100)}ログイン${'𠮷'.repeat(300)}`)
    expect(marks).toMatch(/^…𠮷+\[ログイン\]𠮷+…$/u)
    expect(marks.length).toBeLessThan(300)
  })

  test('whatever is marked, what is shown stands in the text as it was said', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 400 })
    fc.assert(
      fc.property(text, fc.string({ unit: 'grapheme', maxLength: 6 }), (words, query) => {
        const whole = markedOf(words, termsOf(query))
          .map((piece) => piece.text)
          .join('')
        expect(words).toContain(whole.replace(/^…/, '').replace(/…$/, ''))
      }),
    )
  })
})

test('months are counted back from the newest, three letters each', () => {
  const [from, to] = [new Date('2025-11-30T23:59:59Z'), new Date('2026-01-01T00:00:00Z')]
  expect(monthsBack(from, to)).toEqual([monthOf(to), monthOf(new Date('2025-12-15T00:00:00Z')), monthOf(from)])
  expect(monthsBack(to, from)).toEqual([])
})
