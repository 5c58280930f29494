import fc from 'fast-check'
import { lexer, parse, type Token, type Tokens } from 'marked'
import { describe, expect, test } from 'vitest'
import { nastyWords } from '../../../test/gallery/nasty-words.ts'
import { inert, inline, link, prose, table } from './markdown.ts'

/** What GitHub's Markdown makes something of, besides what Slack's does. */
const traps = fc.constantFrom(
  ...['@octocat', '@org/team', 'a@b.example', '#123', 'o/r#5', 'GH-7', ':tada:', ':+1:', ':large_blue_circle:'],
  ...[
    'https://github.com/o/r/issues/1',
    'www.example.com',
    'HTTP://X.example/a_b_c',
    'ftp://x.example',
    '`https://x.example`',
  ],
  ...[
    '<script>alert(1)</script>',
    '<!-- -->',
    '<b>',
    '&nbsp;',
    '&#64;octocat',
    '[x](javascript:alert(1))',
    '![x](y)',
    '[^1]',
  ],
  ...[
    '# h',
    '- a',
    '+ a',
    '* a',
    '1. a',
    '2) b',
    '> q',
    '```',
    '~~~',
    '---',
    '===',
    ':--',
    '| a | b |',
    '    code',
    '\\',
    '$x$',
    '**b**',
    '~~s~~',
    '__u__',
  ],
)
const words = fc.oneof(
  nastyWords,
  fc
    .array(fc.oneof(traps, fc.constantFrom(' ', '\n', '\n\n', '障害', 'x')), { minLength: 1, maxLength: 30 })
    .map((heap) => heap.join('')),
)

/** Every token below, tables' cells included. */
function within(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => {
    const inner = 'tokens' in token && token.tokens ? token.tokens : []
    const cells = token.type === 'table' ? (token as Tokens.Table) : undefined
    const rows = cells ? [...cells.header, ...cells.rows.flat()].flatMap((cell) => cell.tokens) : []
    return [token, ...within(inner), ...within(rows)]
  })
}
const kinds = (markdown: string) => new Set(within(lexer(markdown)).map(({ type }) => type))

/** What GitHub looks for in the text of a page, after Markdown. */
const references = [/@[a-z0-9_]/iu, /#\d/u, /\bgh-\d/iu, /:[a-z+][a-z0-9_+-]*:/iu]

/** The text as a reader copies it, outside of code. */
const textOf = (markdown: string) =>
  within(lexer(markdown))
    .flatMap((token) =>
      // A break parts the page's texts.
      ['br', 'codespan', 'paragraph', 'space'].includes(token.type)
        ? ['\n']
        : (token.type === 'text' || token.type === 'escape') && !('tokens' in token && token.tokens)
          ? [token.text as string]
          : [],
    )
    .join('')

/** What a reader sees of it, code included. */
const shownIn = (tokens: readonly Token[]): string =>
  within(tokens)
    .flatMap((token) =>
      ['text', 'escape', 'codespan'].includes(token.type) && !('tokens' in token && token.tokens) && 'text' in token
        ? [String(token.text)]
        : [],
    )
    .join('')
    .trim()

const plainText = new Set(['paragraph', 'text', 'escape', 'codespan', 'br', 'space'])

describe('whatever people write', () => {
  test('is text of one line, and refers to nothing and nobody', () => {
    fc.assert(
      fc.property(words, (said) => {
        const written = inline(said)
        expect(written).not.toMatch(/\n/)
        expect([...kinds(written)].filter((kind) => !plainText.has(kind))).toEqual([])
        for (const reference of references) expect(textOf(written)).not.toMatch(reference)
      }),
    )
  })

  test('is text of several lines, and no HTML', () => {
    fc.assert(
      fc.property(words, (said) => {
        const written = prose(said)
        expect([...kinds(written)].filter((kind) => !plainText.has(kind))).toEqual([])
        expect(parse(written)).not.toMatch(/<(?!\/?(?:p|code|br)\b)/)
        for (const reference of references) expect(textOf(written)).not.toMatch(reference)
      }),
    )
  })

  test('leaves a table its columns and rows', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words, words), { minLength: 1, maxLength: 5 }), (rows) => {
        const [found, ...others] = lexer(
          table(
            ['a', 'b', 'c'],
            rows.map((row) => row.map(inline)),
          ),
        ).filter(({ type }) => type !== 'space')
        expect(others).toEqual([])
        expect(found?.type).toBe('table')
        const { header, rows: read } = found as Tokens.Table
        expect(header).toHaveLength(3)
        // A parser drops cells that are too many: what stands in each is what was written there.
        expect(read.map((row) => row.map((cell) => shownIn(cell.tokens)))).toEqual(
          rows.map((row) => row.map((cell) => shownIn(lexer(inline(cell) || '—')))),
        )
      }),
    )
  })

  test('is a link’s words and nothing of its address', () => {
    fc.assert(
      fc.property(words, (said) => {
        const tokens = within(lexer(link(said, 'https://example.slack.com/archives/C1/p1?thread_ts=1.2&cid=C1')))
        expect(tokens.filter(({ type }) => type === 'link').map((each) => (each as Tokens.Link).href)).toEqual(
          inline(said) === '' ? expect.anything() : ['https://example.slack.com/archives/C1/p1?thread_ts=1.2&cid=C1'],
        )
      }),
    )
  })
})

test.each([
  ['障害です。DB が*落ちた*', '障害です。DB が\\*落ちた\\*'],
  ['14:02 ごろ', '14:02 ごろ'],
  ['1. 再起動', '1\\. 再起動'],
  ['https://example.com/a_b を見て。', '`https://example.com/a_b` を見て。'],
  ['（https://example.com/x）', '（`https://example.com/x`）'],
])('%s reads as it was written', (said, written) => {
  expect(inline(said)).toBe(written)
})

test.each([
  ['直った:tada::+1::skin-tone-3:', '直った🎉👍'],
  [':flag-jp: :thinking_face: を:large_green_circle:へ', '🇯🇵 🤔 を🟢へ'],
  ['12:100:30 と a:100:b', '12:\u2060100:30 と a:\u2060100:b'],
  // A company's own, which nobody else has, and which is not to become GitHub's of the same name.
  ['x :partyparrot: :shipit:', 'x :\u2060partyparrot: :\u2060shipit:'],
])('%s shows the emoji that everybody has', (said, written) => {
  expect(inline(said)).toBe(written)
})

test('a title calls nobody, refers to nothing and shows its emoji', () => {
  const joined = '\u2060'
  expect(inert('@here :fire: @acme/team が\nfixes #3, GH-4')).toBe(
    `@${joined}here 🔥 @${joined}acme/team が fixes #${joined}3, GH-${joined}4`,
  )
})

test.each([
  ['[skip ci]', `[\u2060skip ci]`],
  ['[CI SKIP] 障害', `[\u2060CI SKIP] 障害`],
  ['[no ci] [skip actions] [ci-skip]', `[\u2060no ci] [\u2060skip actions] [\u2060ci-skip]`],
  ['***NO_CI***', `*\u2060**NO_CI***`],
  ['closes https://github.com/a/b/issues/3', `closes https:\u2060//github.com/a/b/issues/3`],
  ['resolves: acme/shop#12', `resolves: acme/shop#\u206012`],
  ['fixup! 決済', `fixup\u2060! 決済`],
  ['[P1] 決済が遅い', '[P1] 決済が遅い'],
])('a title or commit orders nothing: %s', (words, written) => expect(inert(words)).toBe(written))

test('paragraphs and breaks stay', () => {
  expect(prose('一行目\n二行目\n\n\n次の段落\n')).toBe('一行目\\\n二行目\n\n次の段落')
  expect(prose(' \n')).toBe('')
})

test('a link that is none of the web’s is only its words', () => {
  expect(link('見る', 'javascript:alert(1)')).toBe('見る')
  expect(link('見る', 'not an address')).toBe('見る')
})
