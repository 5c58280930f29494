import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { becameOf, becameOfAll } from './use.ts'

describe('what became of a draft', () => {
  test.each([
    ['接続数を戻した', ' 接続数を戻した\n', 'as-is'],
    ['接続数を戻した', '接続数を 50 に戻した。確認中', 'edited'],
    ['Restarted the pool', 'Restarted the pool; watching', 'edited'],
    ['接続数を戻した', '別の原因を調べている', 'dropped'],
    ['接続数を戻した', '', 'dropped'],
  ] as const)('%s, sent as %s: %s', (proposed, sent, use) => {
    expect(becameOf(proposed, sent)).toBe(use)
  })

  test('sent as it was, whatever it is, it was used as it was', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        expect(becameOf(words, words)).toBe('as-is')
      }),
    )
  })

  test('of a form of several fields one thing is told, and of the gaps one of each that somebody wrote', () => {
    const fields = { condition: '調査中', action: '再起動' }
    expect(becameOfAll({ purpose: 'update', fields }, fields)).toEqual([['update', 'as-is']])
    expect(becameOfAll({ purpose: 'update', fields }, { condition: '調査中', action: null })).toEqual([
      ['update', 'edited'],
    ])
    expect(becameOfAll({ purpose: 'update', fields }, { condition: '復旧した' })).toEqual([['update', 'dropped']])
    const gaps = { cause: '設定の変更', trigger: 'デプロイ' }
    expect(becameOfAll({ purpose: 'gaps', fields: gaps }, { cause: '設定の変更', trigger: null })).toEqual([
      ['gap:cause', 'as-is'],
    ])
    expect(becameOfAll({ purpose: 'update', fields: {} }, {})).toEqual([])
  })
})
