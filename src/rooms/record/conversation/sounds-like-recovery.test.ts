import fc from 'fast-check'
import { expect, test } from 'vitest'
import { soundsLikeRecovery } from './sounds-like-recovery.ts'

test.each([
  '復旧しました',
  'ログインできるようになりました。復旧しました！',
  '復旧を確認しました',
  'サービスは復旧済みです',
  '直りました',
  'なおりました！',
  '直ったっぽい。直りました',
  '解消しました',
  'エラーは解消しています',
  '収束しました',
  '元に戻りました',
  '正常に戻りました',
  '<!here> 復旧しました',
  '<@U0SATO> さん、復旧しました 🎉',
  'ﾛｸﾞｲﾝ 復旧しました',
  'back to normal',
  'We are back to normal now.',
  'The issue is resolved.',
  'resolved',
  'Fixed!',
  "it's fixed",
  'It has been fixed in production',
  'We have restored the database',
  'Everything is back up',
])('sounds like it: %s', (text) => expect(soundsLikeRecovery(text)).toBe(true))

test.each([
  'まだ復旧していません',
  '復旧していない',
  '復旧したか？',
  '復旧しましたか？',
  '復旧しましたか',
  '復旧見込みは 15 時です',
  '復旧の目処は立っていません',
  '復旧したら連絡します',
  '復旧次第お知らせします',
  '復旧作業を始めます',
  '復旧手順はどこですか',
  '一部は復旧しました',
  '直っていません',
  '直ってないです',
  '解消していません',
  '解消したと思います',
  '収束していない',
  '元に戻りません',
  '復旧',
  'not resolved',
  "it isn't fixed yet",
  'it is not fixed',
  'Is it fixed?',
  'will be resolved soon',
  'once it is fixed, tell support',
  'We are trying to get back to normal',
  'still not back to normal',
  'partially resolved',
  'the fixed asset table',
  '`復旧しました` というログが出ない',
  '&gt; 復旧しました\nこれは昨日の引用です',
  'ログを見ています',
  '',
])('does not: %s', (text) => expect(soundsLikeRecovery(text)).toBe(false))

test('whatever people type has an answer', () => {
  const pieces = fc.constantFrom(
    '復旧',
    'しました',
    'まだ',
    'fixed',
    'not',
    '```',
    '`',
    '？',
    '。',
    '\n',
    '<!channel>',
    '👩‍👩‍👧‍👦',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme' }))), (parts) => {
      expect(typeof soundsLikeRecovery(parts.join(''))).toBe('boolean')
    }),
  )
})

test('asked or denied in the same sentence, it is not believed', () => {
  for (const said of ['復旧しました', '直りました', '解消しました'])
    for (const doubt of ['？', 'か？', 'かもしれません', 'と思います'])
      expect(soundsLikeRecovery(said + doubt)).toBe(false)
})
