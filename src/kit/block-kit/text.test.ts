import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { labelled, mentionedIn, named, readable } from './references.ts'
import { clip, clipMarkup, escapeClipped, escapeText, fairShare, lengthOf, linesWithin, mrkdwn } from './text.ts'

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

describe('shortening by bytes, as Slack counts the text of a message that is edited', () => {
  test('1,334 kana are 4,002 bytes: one is left out, and one more for the sign', () => {
    expect(lengthOf('あ'.repeat(1334), 'bytes')).toBe(4002)
    expect(clip('あ'.repeat(1333), 4000, 'bytes')).toBe('あ'.repeat(1333))
    expect(clip('あ'.repeat(1334), 4000, 'bytes')).toBe(`${'あ'.repeat(1332)}…`)
  })

  test('keeps within the limit, and cuts neither a letter, a reference nor an entity in two', () => {
    const markup = fc
      .array(
        fc.oneof(fc.constantFrom('<@U0SATO>', '<https://example.com/障害|手順>', '&amp;'), writing.map(escapeText)),
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(markup, fc.integer({ min: 3, max: 400 }), (text, max) => {
        const short = clipMarkup(text, max, 'bytes')
        expect(Buffer.byteLength(short)).toBeLessThanOrEqual(max)
        expect(text.startsWith(short.replace(/…$/, '')) || short === text).toBe(true)
        expect(short.replaceAll(/<[^<>]+>/g, '')).not.toMatch(/[<>]/)
        expect(short.replaceAll(/&(?:amp|lt|gt);/g, '')).not.toContain('&')
      }),
    )
  })
})

describe('many lines in one text', () => {
  test('somebody’s long words give way; what says how it stands is whole', () => {
    const lines = ['✅ 復旧 ｜ サービスA', '長'.repeat(3000), '*ハンドラー* <@U0SATO>', '話'.repeat(2000), '次の一手']
    const text = linesWithin(lines, 4000)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4000)
    const shown = text.split('\n')
    expect([shown[0], shown[2], shown[4]]).toEqual([lines[0], lines[2], lines[4]])
    expect(shown[1]).toMatch(/^長{600,}…$/)
  })

  test('of very many the first are shown, and that there are more', () => {
    const rows = Array.from({ length: 100 }, (_, n) => `${n} ${'あ'.repeat(50)}`)
    const text = linesWithin(rows, 4000)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4000)
    expect(text.startsWith(`${rows[0]}\n${rows[1]}\n`)).toBe(true)
    expect(text.endsWith('\n…')).toBe(true)
  })

  test('of a row that has its facts below its title, the title gives way', () => {
    const rows = Array.from({ length: 40 }, (_, n) => `*${n}* ${'長'.repeat(90)}\n担当: <@U0SATO> ｜ 期限: 2026-12-01`)
    const shown = linesWithin(rows, 4000).split('\n')
    expect(shown.length).toBeGreaterThan(25)
    for (const line of shown.slice(0, 20).filter((_, n) => n % 2 === 1))
      expect(line).toBe('担当: <@U0SATO> ｜ 期限: 2026-12-01')
  })

  test('is within the limit, whatever the lines are', () => {
    fc.assert(
      fc.property(fc.array(writing, { maxLength: 60 }), fc.integer({ min: 300, max: 2000 }), (lines, max) => {
        expect(Buffer.byteLength(linesWithin(lines, max))).toBeLessThanOrEqual(max)
      }),
    )
  })

  test('whoever needs less leaves the rest to the others', () => {
    expect(fairShare([10, 100, 100], 110)).toBe(50)
    expect(fairShare([10, 20], 100)).toBeGreaterThanOrEqual(20)
    expect(fairShare([10, 20], -5)).toBe(0)
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
  const names = new Map([
    ['U1', '田中 美咲'],
    ['W1', 'Alice'],
    ['C1', 'general'],
    ['S1', 'service-a'],
    ['U0SATO', '佐藤 健'],
  ])

  test.each([
    ['<@U1> と <@U2|bob>', '@田中 美咲 と @bob'],
    ['<@U3> へ', '@U3 へ'],
    ['<#C1|general> と <#C2> と <#C1> と <#C1|> と <#C2|>', '#general と #C2 と #general と #general と #C2'],
    [
      '<@W1> <!subteam^S1> <!subteam^S1|@old> <!subteam^S2|@csirt> <!subteam^S2>',
      '@Alice @service-a @service-a @csirt @S2',
    ],
    ['<!here|here> <!channel> <!everyone>', '@here @channel @everyone'],
    ['<!date^1392734382^{date} {time}|2014/2/18> <!date^1392734382^{date}>', '2014/2/18 2014-02-18 14:39 UTC'],
    ['@U0SATO と @U0SATO-x と #C0NOWHERE', '@佐藤 健 と @U0SATO-x と #C0NOWHERE'],
    [':+1::skin-tone-4: :fire: :partyparrot:', '👍 🔥 :partyparrot:'],
    ['<!here> <!subteam^S9|@csirt>', '@here @csirt'],
    ['<https://example.com|手順> <https://example.com>', '手順 (https://example.com) https://example.com'],
    ['<mailto:a@example.com|a@example.com>', 'a@example.com'],
    ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
  ])('%s reads %s', (sent, read) => {
    expect(readable(sent, names)).toBe(read)
  })

  test('a reference may be given its name, for a reader who knows none', () => {
    const text = labelled('<@U1> <#C1|old> <!subteam^S1> <@U9> <!here> &lt;@U1&gt;', names)
    expect(readable(text)).toBe('@田中 美咲 #general @service-a @U9 @here <@U1>')
    expect(named('@U0SATO &lt; #C0NOWHERE', names)).toBe('@佐藤 健 &lt; #C0NOWHERE')
  })

  test('whose names are needed is known before', () => {
    expect(mentionedIn('<@U1> <#C1|x> <@U2|bob> &lt;@U3&gt; <!subteam^S1> <!here> <https://e.com>')).toEqual([
      'U1',
      'C1',
      'U2',
      'S1',
    ])
    expect(mentionedIn('@U0SATO #C0GENERAL')).toEqual(['U0SATO', 'C0GENERAL'])
  })
})

describe('what somebody only wrote about', () => {
  test.each([
    ['@channel 全員見てください', '@channel 全員見てください'],
    ['@here と #general と @tanaka', '@here と #general と @tanaka'],
    ['手順は https://a.example/x?a=1&amp;b=2#top。@sato', '手順は <https://a.example/x?a=1&amp;b=2#top>。@sato'],
    ['(http://a.example/x), @sato', '(<http://a.example/x>), @sato'],
    ['&lt;https://a.example/&gt; @sato', '&lt;<https://a.example/>&gt; @sato'],
    ['https://a.exam… @sato', 'https://a.exam… @sato'],
    ['<https://a.example|#42> @sato <@U1>', '<https://a.example|#42> @sato <@U1>'],
  ])('calls nobody and names no channel, and addresses stay links: %s', (text, sent) => {
    expect(mrkdwn(text)).toEqual({ type: 'mrkdwn', text: sent, verbatim: true })
  })

  test.each(['決済が遅い https://a.example/x', '<@U1> <#C1> <https://a.example/#x|a@b>', '# 見出し、a @ b'])(
    'is left to Slack where there is nothing to find: %s',
    (text) => {
      expect(mrkdwn(text)).toEqual({ type: 'mrkdwn', text })
    },
  )

  test('an address that is too long is left out whole', () => {
    expect(mrkdwn(`@sato https://a.example/${'x'.repeat(50)}`, 30).text).toBe('@sato …')
  })
})
