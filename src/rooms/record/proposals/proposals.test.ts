import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyMoments, type Said } from './proposals.ts'
import { asks, denies, destinationsIn, topicsIn } from './signs.ts'

const beginning = Date.parse('2026-11-23T05:00:00Z')
const minute = 60_000

/** A message at so many minutes. */
function said(atMinute: number, author: string, words: string): Said {
  const saidAt = new Date(beginning + atMinute * minute)
  const ts = (saidAt.getTime() / 1000).toFixed(6)
  return { channelId: 'C0INCIDENT', ts, author, words, saidAt }
}
const whyOf = (messages: readonly Said[]) =>
  keyMoments(messages, { most: 10 }).map(({ message, reasons }) => [message.words, reasons])

describe('what words tell of', () => {
  test.each([
    ['原因が判明しました。接続数の上限です', ['cause', 'found']],
    ['v2.3.0 に切り戻しました', ['rollback']],
    ['切戻し完了', ['rollback']],
    ['ロールバックします', ['rollback']],
    ['db-1 を再起動します', ['restart']],
    ['復旧を確認', ['recovered']],
    ['手元で再現しました', ['reproduced']],
    ['お客様 300 人に影響', ['impact']],
    ['deployed 2.3.1', ['deploy']],
    ['Rolled back to 2.3.0', ['rollback']],
    ['the root cause is the pool size', ['cause']],
    ['ｒｏｏｔ ｃａｕｓｅ', ['cause']],
    ['了解です', []],
    ['undeployable', []],
    ['`rollback` というコマンド', []],
    ['> 原因は？', []],
  ])('%s', (text, topics) => expect(topicsIn(text).map(({ topic }) => topic)).toEqual(topics))

  test.each([
    ['<https://github.com/example/app/pull/42|#42> を出しました', ['pull-request']],
    ['https://gitlab.example.com/a/b/-/merge_requests/7', ['pull-request']],
    ['https://github.com/example/app/commit/0a1b2c3d', ['commit']],
    ['https://github.com/example/app/actions/runs/123456', ['deploy']],
    ['https://example.com/lunch', []],
    ['/pull/42 とだけ書いた', []],
  ])('%s', (text, to) => expect(destinationsIn(text)).toEqual(to))

  test('a question and a denial are told apart from a statement', () => {
    expect(['原因は何でしょうか', '復旧しましたか？', 'deployed?'].map(asks)).toEqual([true, true, true])
    expect(['まだ復旧していません', 'not fixed yet'].map(denies)).toEqual([true, true])
    expect(asks('復旧しました')).toBe(false)
    expect(denies('復旧しました')).toBe(false)
  })
})

describe('the key moments', () => {
  test('are what people would have pinned, each with its reasons', () => {
    const messages = [
      said(0, 'U0SATO', '見ています'),
      said(1, 'U0SATO', 'まだわかりません'),
      said(4, 'U0ALICE', '手伝います'),
      said(8, 'U0SATO', '原因が判明しました。接続数の上限です'),
      said(12, 'U0SATO', '<https://github.com/example/app/pull/42> で直します'),
      said(20, 'U0ALICE', '了解です'),
    ]
    expect(whyOf(messages)).toEqual([
      ['手伝います', [{ is: 'newcomer' }]],
      [
        '原因が判明しました。接続数の上限です',
        [
          { is: 'topic', topic: 'cause' },
          { is: 'topic', topic: 'found' },
        ],
      ],
      ['<https://github.com/example/app/pull/42> で直します', [{ is: 'link', to: 'pull-request' }]],
    ])
  })

  test('a burst of talk begins with its first message', () => {
    const messages = [
      said(0, 'U0SATO', 'a'),
      ...[10, 10.2, 10.4, 10.6, 10.8].map((at, n) => said(at, n % 2 ? 'U0SATO' : 'U0ALICE', `b${n}`)),
    ]
    expect(whyOf(messages)).toEqual([['b0', [{ is: 'newcomer' }, { is: 'burst', count: 5 }]]])
    expect(whyOf(messages.filter(({ author }) => author === 'U0SATO'))).toEqual([])
  })

  test('one moment told twice is proposed once, as it was told best', () => {
    const messages = [said(0, 'U0SATO', '再起動します'), said(0.5, 'U0SATO', '切り戻して復旧しました')]
    expect(whyOf(messages).map(([words]) => words)).toEqual(['切り戻して復旧しました'])
  })

  const anyWords = fc.constantFrom(
    '了解',
    '原因が判明',
    '復旧しました',
    'deployed',
    'https://github.com/a/b/pull/1',
    '?',
  )
  const anyTalk = fc
    .array(fc.tuple(fc.double({ min: 0, max: 600, noNaN: true }), fc.constantFrom('U1', 'U2', 'U3'), anyWords), {
      maxLength: 60,
    })
    .map((all) => all.toSorted(([a], [b]) => a - b).map(([at, author, words]) => said(at, author, words)))

  test('are few, apart from each other, in order, each with a reason, and the same each time', () => {
    fc.assert(
      fc.property(anyTalk, fc.integer({ min: 0, max: 10 }), (talk, most) => {
        const found = keyMoments(talk, { most })
        expect(found.length).toBeLessThanOrEqual(most)
        found.forEach(({ message, reasons, score }, place) => {
          expect(talk).toContain(message)
          expect(reasons.length).toBeGreaterThan(0)
          expect(score).toBeGreaterThanOrEqual(2)
          const next = found[place + 1]
          if (next) expect(next.message.saidAt.getTime() - message.saidAt.getTime()).toBeGreaterThanOrEqual(minute)
        })
        expect(keyMoments(talk, { most })).toEqual(found)
      }),
    )
  })

  test('never hold what somebody has decided about, and give its place to the next', () => {
    fc.assert(
      fc.property(anyTalk, (talk) => {
        const [first] = keyMoments(talk, { most: 10 })
        if (!first) return
        const rest = keyMoments(talk, { most: 10, mayBe: (message) => message !== first.message })
        expect(rest.map(({ message }) => message)).not.toContain(first.message)
      }),
    )
  })
})
