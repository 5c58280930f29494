import fc from 'fast-check'
import { lexer } from 'marked'
import { describe, expect, test } from 'vitest'
import { nastyWords } from '../../../../test/gallery/nasty-words.ts'
import { gapKeys, type SectionKey, sectionKeys } from '../postmortem.ts'
import { type Linted, lint } from './lint.ts'
import { findingsAsMarkdown, findingWords } from './words.ts'

const nothing: Linted = { sections: new Map(), names: [], actions: [], isDetectionKnown: true, gaps: [] }
const cast = ['田中 美咲', '佐藤 健', '森 葵', 'Alice Brown', 'Bob']
const said = (section: SectionKey, words: string) =>
  lint({ ...nothing, sections: new Map([[section, words]]), names: cast }).map(({ rule, quote }) => `${rule}: ${quote}`)

describe('who did it is no cause', () => {
  test.each([
    ['田中さんが設定を変えた', '田中さん'],
    ['田中 美咲が設定を変えた', '田中 美咲'],
    ['佐藤健の操作で', '佐藤健'],
    ['森さんが気づかなかった', '森さん'],
    ['Alice deployed the change', 'Alice'],
    ['@Bob restarted it', '@Bob'],
  ])('%s', (words, quote) => {
    expect(said('cause', words)).toContain(`name-in-cause: ${quote}`)
  })

  test.each(['森林データの更新処理が', '健康診断の API が', 'the malice of bobbing boats', '担当者が設定を変えた'])(
    '%s names nobody',
    (words) => {
      expect(said('cause', words)).toEqual([])
    },
  )

  test('who did what in the response may be named', () => {
    expect(said('resolution', '田中さんが戻した')).toEqual([])
    expect(said('well', 'Alice noticed within a minute')).toEqual([])
  })
})

describe('words that end the search', () => {
  test.each([
    ['cause', 'ヒューマンエラーによる', 'human-error: ヒューマンエラー'],
    ['cause', '手順の確認不足', 'human-error: 確認不足'],
    ['trigger', '担当者の不注意', 'human-error: 不注意'],
    ['cause', '作業ミスがあった', 'human-error: 作業ミス'],
    ['cause', 'Human error during the deploy', 'human-error: Human error'],
    ['cause', 'The operator forgot to drain the node', 'human-error: forgot to'],
    ['wrong', '事前に検証すべきだった', 'should-have: べきだった'],
    ['detection', '監視を入れておけばよかった', 'should-have: ておけばよかった'],
    ['wrong', 'We should have tested it', 'should-have: should have'],
    ['resolution', 'They shouldn’t have merged it', 'should-have: shouldn’t have'],
    ['summary', '運用チームのせいで止まった', 'blame: のせいで'],
    ['wrong', '確認を怠った', 'blame: 怠った'],
    ['wrong', 'It was the vendor’s fault', 'blame: ’s fault'],
    ['next', '今後は気をつける', 'vague-action: 気をつけ'],
    ['next', '手順の周知徹底', 'vague-action: 周知徹底'],
    ['next', 'Be more careful when deploying', 'vague-action: Be more careful'],
  ] as const)('%s: %s', (section, words, finding) => {
    const found = said(section, words)
    expect(found.some((each) => each.startsWith(finding.split(': ')[0] ?? ''))).toBe(true)
    expect(found.join('\n')).toContain(finding.split(': ')[1]?.replace(/^て/, '') ?? '')
  })

  test.each([
    ['cause', '設定の読み込みに上限がなく、接続数が上限に達した'],
    ['cause', 'The pool had no limit, so one tenant used all connections'],
    ['wrong', '通知が深夜は届かない設定だった'],
    ['wrong', 'Nobody had the right to restart the database'],
    ['next', '接続数が8割を超えたら警報を鳴らす'],
    ['summary', '責任者への連絡は5分で済んだ'],
  ] as const)('%s: %s is fine', (section, words) => {
    expect(said(section, words)).toEqual([])
  })
})

test('an action item needs somebody and a day, as long as it is open', () => {
  const item = { n: 1, title: '接続数を監視する', owner: null, dueOn: null, state: 'open' as const }
  const found = lint({
    ...nothing,
    actions: [item, { ...item, n: 2, state: 'done' }, { ...item, n: 3, owner: 'U1', dueOn: '2026-12-01' }],
  })
  expect(found).toEqual([
    { rule: 'action-without-owner', section: 'next', quote: '1. 接続数を監視する' },
    { rule: 'action-without-date', section: 'next', quote: '1. 接続数を監視する' },
  ])
})

test('when it was noticed belongs on the timeline, and empty sections are told', () => {
  expect(lint({ ...nothing, isDetectionKnown: false, gaps: ['cause'] })).toEqual([
    { rule: 'no-detection', section: 'timeline', quote: null },
    { rule: 'empty-section', section: 'cause', quote: null },
  ])
})

describe('whatever people write', () => {
  const document = fc.record({
    sections: fc
      .dictionary(fc.constantFrom(...sectionKeys), nastyWords)
      .map((all) => new Map(Object.entries(all)) as Map<SectionKey, string>),
    names: fc.array(nastyWords, { maxLength: 3 }),
    actions: fc.array(
      fc.record({
        n: fc.nat(),
        title: fc.option(nastyWords),
        owner: fc.constant(null),
        dueOn: fc.constant(null),
        state: fc.constantFrom('open' as const, 'done' as const),
      }),
      { maxLength: 3 },
    ),
    isDetectionKnown: fc.boolean(),
    gaps: fc.subarray([...gapKeys]),
  })

  test('the same document gets the same advice, in words in both languages, and quotes are what stands there', () => {
    fc.assert(
      fc.property(document, (linted) => {
        const found = lint(linted)
        expect(lint(linted)).toEqual(found)
        for (const finding of found) {
          for (const locale of ['ja', 'en'] as const)
            expect(findingWords(finding, locale)).not.toMatch(/advice\.|section\./)
          const { quote, section } = finding
          if (quote !== null && !finding.rule.startsWith('action-') && finding.rule !== 'vague-action')
            expect(linted.sections.get(section as SectionKey)).toContain(quote)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the advice is a list of one row each in Markdown, with nothing in it that people brought', () => {
    fc.assert(
      fc.property(document, (linted) => {
        const found = lint(linted)
        const tokens = lexer(findingsAsMarkdown(found, 'ja')).filter(({ type }) => type !== 'space')
        const [list] = tokens.filter((token) => token.type === 'list')
        expect(tokens.map(({ type }) => type)).toEqual(
          found.length > 0 ? ['heading', 'paragraph', 'list'] : ['heading', 'paragraph'],
        )
        expect(list?.type === 'list' ? list.items.length : 0).toBe(found.length)
      }),
      { numRuns: 60 },
    )
  })
})
