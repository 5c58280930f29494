import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTask, parseTodos } from './parse-todo.ts'
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
    ['TODO とめる', 'とめる', null, null],
    ['TODO もう一度試す', 'もう一度試す', null, null],
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
    expect(parseTodos(text)).toEqual([{ words, owner, minutes }])
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
    'TODO は残り 2 件です',
    'TODO を確認しました',
    'ToDo の一覧です',
    'TODO はどこにありますか',
    'TODO って誰が見てる',
    'TODO 一覧を貼ります',
    'TODO list is in the wiki',
    'ToDo is done',
    'TODO 誰がやりますか？',
    '```\nTODO: fix the cache\n```',
    '&gt; TODO: 引用',
  ])('not %j', (text) => expect(parseTodos(text)).toEqual([]))
})

describe('one line is one task', () => {
  test.each([
    ['TODO: <@U0ITO> A 10分\nTODO: <@U0ALICE> B 30分', ['U0ITO A 10', 'U0ALICE B 30']],
    ['TODO: <@U0ITO> A 10分\n<@U0ALICE> B 30分', ['U0ITO A 10', 'U0ALICE B 30']],
    ['これからやること\nTODO：ログを確認\nTODO： 連絡 15m', ['- ログを確認 -', '- 連絡 15']],
    ['TODO:\n• <@U0ITO> A 10分\n• B', ['U0ITO A 10', '- B -']],
    ['TODO:\n1. A\n2) B 1h', ['- A -', '- B 60']],
    ['*TODO:* A\n*TODO:* B', ['- A -', '- B -']],
    ['TODO: 試す\n```\nTODO: 中\n```\nTODO: B', ['- 試す\n```\nTODO: 中\n``` -', '- B -']],
  ])('%j', (text, wanted) => {
    expect(parseTodos(text).map(({ words, owner, minutes }) => `${owner ?? '-'} ${words} ${minutes ?? '-'}`)).toEqual(
      wanted,
    )
  })
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
      for (const parsed of [...parseTodos(`TODO: ${parts.join('')}`), parseTask(parts.join(''))]) {
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
    expect(() => parseTodos(`TODO: ${piece.repeat(4000)}`)).not.toThrow()
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

test('a task is for the first who is named and can do it; where nobody can, it is for nobody', () => {
  const unable = new Set(['U0BOT', 'U0GONE'])
  const read = (text: string) => parseTodos(text, unable)[0]
  expect(read('TODO: <@U0BOT> A')).toEqual({ words: 'A', owner: null, minutes: null, refused: 'U0BOT' })
  expect(read('TODO: <@U0BOT> <@U0SATO> A 10分')).toEqual({ words: 'A', owner: 'U0SATO', minutes: 10 })
  expect(read('TODO: A <@U0SATO>')).toEqual({ words: 'A', owner: 'U0SATO', minutes: null })
  expect(read('TODO: <@U0GONE> の権限を <@U0BOT> に渡す')).toMatchObject({ owner: null, refused: 'U0GONE' })
})
