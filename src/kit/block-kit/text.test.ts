import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clip, clipMarkup, escapeClipped, escapeText, mentionedIn, mrkdwn, readable } from './text.ts'

/** What people write: Japanese, emoji of several parts, Slack's own signs. */
const writing = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        '<!channel>',
        '&amp;',
        '&',
        '<',
        '>',
        '*太字*',
        '👩‍👩‍👧‍👦',
        '🇯🇵',
        'が',
        '障害が発生しました。',
        '\n',
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))
const length = fc.integer({ min: 1, max: 200 })

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' })
const graphemes = (text: string) => [...segmenter.segment(text)].map((each) => each.segment)

describe('shortening', () => {
  test('cuts neither a reference nor an entity of a message in two', () => {
    const markup = fc
      .array(fc.oneof(fc.constantFrom('<@U0SATO>', '<!date^1^{time}|12:00>', '&amp;', '&lt;'), writing.map(escapeText)))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(markup, length, (text, max) => {
        const short = clipMarkup(text, max)
        expect(short.length).toBeLessThanOrEqual(max)
        expect(short.replaceAll(/<[^<>]+>/g, '')).not.toMatch(/[<>]/)
        expect(short.replaceAll(/&(?:amp|lt|gt);/g, '')).not.toContain('&')
      }),
    )
  })

  test('keeps within the limit, cuts no emoji in two, and shows that something is gone', () => {
    fc.assert(
      fc.property(writing, length, (text, max) => {
        const short = clip(text, max)
        expect(short.length).toBeLessThanOrEqual(max)
        if (text.length <= max) {
          expect(short).toBe(text)
          return
        }
        expect(short.endsWith('…')).toBe(true)
        const kept = graphemes(text)
        let whole = ''
        for (const each of kept) {
          if (whole.length >= short.length - 1) break
          whole += each
        }
        expect(`${whole}…`).toBe(short)
      }),
    )
  })
})

describe('escaping', () => {
  test('nobody is mentioned by what people write, and it comes back as it was', () => {
    fc.assert(
      fc.property(writing, (text) => {
        expect(escapeText(text)).not.toMatch(/[<>]/)
        expect(readable(escapeText(text))).toBe(text)
      }),
    )
  })

  test('shortened, it stays within the limit and no entity is cut', () => {
    fc.assert(
      fc.property(writing, length, (text, max) => {
        const short = escapeClipped(text, max)
        expect(short.length).toBeLessThanOrEqual(max)
        expect(short.replaceAll(/&(?:amp|lt|gt);/g, '')).not.toMatch(/[&<>]/)
        expect(text.startsWith(readable(short).replace(/…$/, ''))).toBe(true)
      }),
    )
  })

  test('nothing at all is shown as a dash, since Slack refuses an empty text', () => {
    expect(mrkdwn(' \n').text).toBe('—')
  })
})

describe('what Slack sends, as its reader saw it', () => {
  const names = new Map([['U1', '田中 美咲']])

  test.each([
    ['<@U1> と <@U2|bob>', '@田中 美咲 と @bob'],
    ['<@U3> へ', '@U3 へ'],
    ['<#C1|general> と <#C2>', '#general と #C2'],
    ['<!here> <!subteam^S1|@csirt>', '@here @csirt'],
    ['<https://example.com|手順> <https://example.com>', '手順 (https://example.com) https://example.com'],
    ['<mailto:a@example.com|a@example.com>', 'a@example.com'],
    ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
  ])('%s reads %s', (sent, read) => {
    expect(readable(sent, names)).toBe(read)
  })

  test('whose names are needed is known before', () => {
    expect(mentionedIn('<@U1> <#C1|x> <@U2|bob> &lt;@U3&gt;')).toEqual(['U1', 'U2'])
  })
})
