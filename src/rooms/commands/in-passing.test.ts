import { describe, expect, test } from 'vitest'
import { isInPassing } from './in-passing.ts'

describe('a mention in passing', () => {
  test.each([
    'ありがとう',
    'ありがとうございます！',
    'どうもありがとうございました :pray:',
    'ありがとう、助かりました',
    'お疲れ様でした。',
    'Ｔｈａｎｋｓ！',
    'thank you so much 🙏',
    'Thanks, good bot!',
    'thx',
  ])('is only thanks: %s', (words) => expect(isInPassing(words)).toBe(true))

  test.each(['', '状況を更新する', 'ありがとう、更新したい', 'thanks, now update please', '決済が遅い', 'help', '!!!'])(
    'asks for something: %s',
    (words) => expect(isInPassing(words)).toBe(false),
  )
})
