import fc from 'fast-check'
import { lexer, type Token, type Tokens } from 'marked'
import { describe, expect, test } from 'vitest'
import { nastyWords, traps } from '../../../test/gallery/nasty-words.ts'
// The timeline of the document reads as the features say.
import '../../features/all.ts'
import { documentOf } from './document.samples.ts'
import { renderDocument, titleOf } from './render.ts'

const rendered = (locale: 'ja' | 'en', words?: readonly string[]) => {
  const { document, reading } = documentOf(locale, words)
  return renderDocument(document, reading)
}

function within(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => {
    const inner = 'tokens' in token && token.tokens ? token.tokens : []
    const items = token.type === 'list' ? (token as Tokens.List).items : []
    const table = token.type === 'table' ? (token as Tokens.Table) : undefined
    const cells = table ? [...table.header, ...table.rows.flat()].flatMap((cell) => cell.tokens) : []
    return [token, ...within(inner), ...within(items), ...within(cells)]
  })
}

/** What a page is made of: what people write must not change it. */
const shape = (markdown: string) =>
  lexer(markdown)
    .filter(({ type }) => type !== 'space')
    .map((token) => {
      if (token.type === 'table') {
        const { header, rows } = token as Tokens.Table
        return `table ${header.length}×${rows.length} ${rows.every((row) => row.length === header.length)}`
      }
      // Words may make several paragraphs, and none of nothing.
      return token.type === 'heading' ? `heading ${(token as Tokens.Heading).depth}` : token.type
    })
    .filter((each) => each !== 'paragraph')

const ours = /^<!-- sssbot:gap:[a-z_]+ -->$/

describe.each(['ja', 'en'] as const)('the document in %s', (locale) => {
  test('is the same, byte for byte, of the same state', () => {
    expect(rendered(locale)).toBe(rendered(locale))
    expect(rendered(locale).endsWith('\n')).toBe(true)
  })

  test('keeps its headings, tables and lists whatever people write', () => {
    const usual = shape(rendered(locale))
    expect(usual.filter((each) => each.startsWith('table'))).toHaveLength(7)
    fc.assert(
      fc.property(fc.array(nastyWords, { minLength: 1, maxLength: 4 }), (words) => {
        expect(shape(rendered(locale, words))).toEqual(usual)
      }),
      { numRuns: 40 },
    )
  })

  test('has no HTML but the marks of its gaps, no image, and no link that people brought', () => {
    fc.assert(
      fc.property(fc.array(nastyWords, { minLength: 1, maxLength: 4 }), (words) => {
        const tokens = within(lexer(rendered(locale, words)))
        for (const token of tokens) {
          if (token.type === 'html') expect(token.raw.trim()).toMatch(ours)
          expect(token.type).not.toBe('image')
          if (token.type === 'link') expect((token as Tokens.Link).href).not.toContain(traps.address)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('names people and mentions nobody', () => {
    const markdown = rendered(locale)
    expect(markdown).toContain('佐藤 健')
    expect(markdown).not.toMatch(/<@|@[\p{L}\p{N}]|#\d/u)
  })

  test('leads from what happened to where the channel was told of it', () => {
    expect(rendered(locale)).toContain('(https://example.slack.com/archives/C0INCIDENT/p1763876400000100)')
  })

  test('marks what nobody has said, and nothing else', () => {
    const { document, reading } = documentOf(locale)
    const marked = [...renderDocument(document, reading).matchAll(/<!-- sssbot:gap:([a-z_]+) -->/g)].map(
      (each) => each[1],
    )
    expect(marked.toSorted()).toEqual([...document.gaps].toSorted())
  })
})

test('a drill says so in its title and in its first line', () => {
  const { document, reading } = documentOf('ja')
  const drill = { ...document, incident: { ...document.incident, kind: 'drill' as const } }
  expect(titleOf(drill, reading)).toMatch(/^【訓練】/)
  expect(renderDocument(drill, reading)).toContain('> これは訓練の記録です。')
})

test('a slight one is short', () => {
  const { document, reading } = documentOf('ja')
  expect(renderDocument(document, reading)).toContain('## 事象レベルの変遷')
  const mini = {
    ...document,
    template: { markdown: '# {{title}}\n\n{{cause}}\n', language: 'ja' as const, isMini: true },
  }
  expect(renderDocument(mini, reading)).toBe(
    '# サービスA: 管理画面にログインできないという問い合わせが 14 時ごろから増えている\n\n接続数の上限を下げる設定が、確認なしに全台へ配られる仕組みだった\n',
  )
})
