import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { piecesOf, similarity } from './similar.ts'

const about = (summary: string, more: { service?: string; impact?: string } = {}) => ({
  service: 'a',
  types: ['availability' as const],
  summary,
  ...more,
})

describe('how alike two incidents are', () => {
  test.each([
    ['決済が失敗する', '決済が失敗している'],
    ['管理画面にログインできない', '管理画面にログインできないという問い合わせが増えている'],
    ['DB の接続数が上限に達した', 'ＤＢの接続数が上限に達している'],
    ['Payments fail with a timeout', 'timeout: payments fail'],
  ])('the same again: %s / %s', (one, other) => {
    expect(similarity(about(one), about(other))).toBeGreaterThanOrEqual(0.3)
  })

  test.each([
    ['決済が失敗する', '管理画面にログインできない'],
    ['画像が表示されない', '検索の結果が古い'],
    ['ログインできない', '表示できない'],
    ['Payments fail', 'Search is slow'],
  ])('something else: %s / %s', (one, other) => {
    expect(similarity(about(one), about(other))).toBeLessThan(0.3)
  })

  test('another service’s is never the same, and the same harm alone does not make it so', () => {
    expect(similarity(about('決済が失敗する'), about('決済が失敗する', { service: 'b' }))).toBe(0)
    expect(similarity(about('決済が失敗する'), about('検索が遅い'))).toBe(0)
  })

  test('is between 0 and 1, the same both ways, and 1 with oneself where anything was said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        const score = similarity(about(one), about(other))
        expect(score).toBe(similarity(about(other), about(one)))
        expect(score >= 0 && score <= 1).toBe(true)
        if (piecesOf(one).size > 0) expect(similarity(about(one), about(one))).toBe(1)
      }),
    )
  })

  test('grammar is no likeness: two hiragana are no piece, wide and narrow letters are the same', () => {
    expect([...piecesOf('できないようです')]).toEqual([])
    expect([...piecesOf('ＡＰＩの障害')]).toEqual(['api', 'の障', '障害'])
  })
})
