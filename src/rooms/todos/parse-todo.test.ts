import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTask, parseTodo } from './parse-todo.ts'
import { longestBox } from './todo.ts'

describe('a message is a TODO', () => {
  test.each([
    ['TODO: ログを確認', 'ログを確認', null, null],
    ['TODO：<@U0SATO> ログを確認 15m', 'ログを確認', 'U0SATO', 15],
    ['TODO: <@U0SATO|sato>さん ログを確認する（15分）', 'ログを確認する', 'U0SATO', 15],
    ['ＴＯＤＯ： ログを確認　３０分', 'ログを確認', null, 30],
    ['todo: check the logs 30 min', 'check the logs', null, 30],
    ['ToDo ログを確認', 'ログを確認', null, null],
    ['TODO ログを確認', 'ログを確認', null, null],
    ['*TODO:* restart the workers <@U0ALICE>', 'restart the workers', 'U0ALICE', null],
    ['• TODO: 1h DB の複製を確認', 'DB の複製を確認', null, 60],
    ['TODO: <@W0BOB> 2時間以内に 復元手順を試す', '復元手順を試す', 'W0BOB', 120],
    ['TODO: 結果を <@U0TANAKA> に伝える', '結果を <@U0TANAKA> に伝える', 'U0TANAKA', null],
    ['TODO: 5分ごとのジョブを止める', '5分ごとのジョブを止める', null, null],
    ['TODO: ポート 3000m を見る', 'ポート 3000m を見る', null, null],
    ['TODO: 障害発生から15分', '障害発生から15分', null, null],
    ['TODO: <!channel> &amp; 全員 0分', '<!channel> &amp; 全員 0分', null, null],
    ['TODO: 一行目\n二行目 10m', '一行目\n二行目', null, 10],
    ['TODO: 👩‍👩‍👧‍👦 に連絡 10 minutes', '👩‍👩‍👧‍👦 に連絡', null, 10],
  ])('%s', (text, words, owner, minutes) => {
    expect(parseTodo(text)).toEqual({ words, owner, minutes })
  })

  test.each([
    '',
    'TODO:',
    'TODO: <@U0SATO>',
    'TODO:  ',
    'todo の一覧はどこ？',
    'やることは TODO: ログ',
    'TODOリスト',
    'TODO。',
  ])('not %j', (text) => expect(parseTodo(text)).toBeUndefined())
})

const anyWords = fc.string({ unit: 'grapheme', maxLength: 300 })
const anyMark = fc.constantFrom(
  '<!channel>',
  '<@U0SATO>',
  '*太字*',
  '`code`',
  '👩‍👩‍👧‍👦',
  '１５分',
  ' 15m',
  '（30分）',
  '\n',
  '：',
)

test('whatever people type gives words and a box of a day at most, or nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anyWords, anyMark), { maxLength: 8 }), (parts) => {
      for (const parsed of [parseTodo(`TODO: ${parts.join('')}`), parseTask(parts.join(''))]) {
        if (!parsed) continue
        expect(parsed.words).toBe(parsed.words.trim())
        expect(parsed.words.length).toBeGreaterThan(0)
        if (parsed.minutes !== null) {
          expect(parsed.minutes).toBeGreaterThanOrEqual(1)
          expect(parsed.minutes).toBeLessThanOrEqual(longestBox)
        }
      }
    }),
  )
})

test('no length of text keeps the bot busy', () => {
  for (const piece of ['TODO: ', '9', ' 9m', '<@U', '　', '*_'])
    expect(() => parseTodo(`TODO: ${piece.repeat(4000)}`)).not.toThrow()
})

test('owner and box before or after the words are read alike', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: longestBox }), fc.constantFrom('m', '分', ' min'), (minutes, unit) => {
      const [words, owner] = ['ログを確認', 'U0SATO']
      const wanted = { words, owner, minutes }
      expect(parseTask(`<@U0SATO> ${words} ${minutes}${unit}`)).toEqual(wanted)
      expect(parseTask(`${minutes}${unit} ${words} <@U0SATO>`)).toEqual(wanted)
    }),
  )
})
