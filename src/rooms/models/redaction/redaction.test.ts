import fc from 'fast-check'
import { expect, test } from 'vitest'
import { learnSecrets } from '../../../kit/secrets.ts'
import { createRedaction, spansIn } from './redaction.ts'

const after = (text: string) => createRedaction().of(text)

test.each([
  ['xoxb-1234567890-abcdefghijkl が漏れました', '[SECRET-1] が漏れました'],
  ['key AKIAIOSFODNN7EXAMPLE leaked', 'key [SECRET-1] leaked'],
  ['パスワードは hunter2 です', 'パスワードは [SECRET-1] です'],
  ['password: Tr0ub4dor&3 を共有', 'password: [SECRET-1] を共有'],
  ['the token is expired', 'the token is expired'],
  ['AIzaSyA1234567890abcdefghijklmnopqrstuv', '[SECRET-1]'],
  ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc_-def を貼った', '[SECRET-1] を貼った'],
  ['連絡先はtaro.yamada+x@example.co.jpです', '連絡先は[MAIL-1]です'],
  ['ｔａｒｏ＠ｅｘａｍｐｌｅ．ｃｏｍ へ', '[MAIL-1] へ'],
  ['書いて: a@b.jp, a@b.jp, c@d.jp.', '書いて: [MAIL-1], [MAIL-1], [MAIL-2].'],
  ['090-1234-5678 に電話', '[PHONE-1] に電話'],
  ['０９０−１２３４−５６７８', '[PHONE-1]'],
  ['09012345678', '[PHONE-1]'],
  ['03(1234)5678', '[PHONE-1]'],
  ['0120 123 456', '[PHONE-1]'],
  ['+81 90 1234 5678 or +1 (415) 555-2671', '[PHONE-1] or [PHONE-2]'],
  ['(415) 555-2671', '[PHONE-1]'],
  ['カード 4111 1111 1111 1111 が使えない', 'カード [CARD-1] が使えない'],
  ['4111\u200b1111-1111-1111', '[CARD-1]'],
  ['４１１１１１１１１１１１１１１１', '[CARD-1]'],
  ['4111111111111112', '4111111111111112'],
  ['マイナンバー 1234-5678-9018', 'マイナンバー [MYNUMBER-1]'],
  ['０９０ー１２３４ー５６７８', '[PHONE-1]'],
  ['1234-5678-9010', '1234-5678-9010'],
  ['2026-11-29 14:02 から 1500 件、エラー 503', '2026-11-29 14:02 から 1500 件、エラー 503'],
  ['1732901234.000100', '1732901234.000100'],
  ['commit 9fceb02d0ae598e95dc970b74767f19372d61af8', 'commit [SECRET-1]'],
  ['req 123e4567-e89b-12d3-a456-426614174000', 'req [ID-1]'],
  ['src/rooms/commands/declaration/messages.ts を直した', 'src/rooms/commands/declaration/messages.ts を直した'],
  ['Authorization: Bearer abcdefgh12345678', 'Authorization: [SECRET-1]'],
  ['[CARD-1] と言う', '[CARD–1] と言う'],
])('%s', (text, expected) => expect(after(text)).toBe(expected))

test('what this process was told to keep to itself goes nowhere', () => {
  learnSecrets(['open sesame of the test'])
  expect(after('it says open sesame of the test here')).toBe('it says [SECRET-0] here')
})

test('a company’s own pattern is kept back, wide letters too', () => {
  const redaction = createRedaction([{ name: 'employee', pattern: /EMP-\d{6}/g }])
  expect(redaction.of('社員 ＥＭＰ-１２３４５６ と EMP-123456')).toBe('社員 [OWN-1] と [OWN-1]')
})

test('a value comes back where the reader sees it, and a secret never', () => {
  const redaction = createRedaction()
  const said = 'taro@example.com と hanako@example.com、パスワードは hunter2'
  const sent = redaction.of(said)
  expect(sent).toBe('[MAIL-1] と [MAIL-2]、パスワードは [SECRET-1]')
  expect(redaction.back(sent, ['taro@example.com です、hunter2'], '（非表示）')).toBe(
    'taro@example.com と （非表示）、パスワードは （非表示）',
  )
})

const chunk = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('a@b.co', '090-1234-5678', '4111111111111111', '+81', ' ', '(', '0', '[MAIL-1]', 'token: '),
)

test('whatever people write: nothing that is kept back is left, and the rest stands as it stood', () => {
  fc.assert(
    fc.property(fc.array(chunk, { maxLength: 12 }), (chunks) => {
      const text = chunks.join('')
      const spans = spansIn(text)
      let last = 0
      for (const { from, to } of spans) {
        expect(from).toBeGreaterThanOrEqual(last)
        expect(to).toBeGreaterThan(from)
        last = to
      }
      const sent = after(text)
      expect(sent).not.toContain('a@b.co')
      expect(after(text)).toBe(sent)
    }),
  )
})
