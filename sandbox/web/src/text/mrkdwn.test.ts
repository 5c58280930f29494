import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Inline, parseInline, parseMrkdwn } from './mrkdwn.ts'

const bold = (text: string): Inline => ({ type: 'bold', children: [{ type: 'text', text }] })
const text = (said: string): Inline => ({ type: 'text', text: said })

describe('style marks', () => {
  it('count between spaces, at the edges and beside ASCII punctuation', () => {
    expect(parseInline('*太字*')).toEqual([bold('太字')])
    expect(parseInline('これは *太字* です')).toEqual([text('これは '), bold('太字'), text(' です')])
    expect(parseInline('(*bold*)')).toEqual([text('('), bold('bold'), text(')')])
  })

  it('stay visible beside Japanese letters and punctuation, as in Slack', () => {
    expect(parseInline('これは*太字*です')).toEqual([text('これは*太字*です')])
    expect(parseInline('「*太字*」')).toEqual([text('「*太字*」')])
  })

  it('nest, and never reach over a line or hold a blank at their edge', () => {
    expect(parseInline('*a _b_*')).toEqual([
      { type: 'bold', children: [text('a '), { type: 'italic', children: [text('b')] }] },
    ])
    expect(parseInline('2 * 3 * 4')).toEqual([text('2 * 3 * 4')])
    expect(parseMrkdwn('*a\nb*')).toEqual([{ type: 'line', children: [text('*a'), { type: 'break' }, text('b*')] }])
  })

  it('leave names with underscores alone', () => {
    expect(parseInline('views_open_now')).toEqual([text('views_open_now')])
  })
})

describe('what stands in angle brackets', () => {
  it('is a mention, a link or a date', () => {
    expect(parseInline('<@U1> <#C1|general> <!subteam^S1|@csirt> <!here>')).toEqual([
      { type: 'user', id: 'U1' },
      text(' '),
      { type: 'channel', id: 'C1', label: 'general' },
      text(' '),
      { type: 'usergroup', id: 'S1', label: '@csirt' },
      text(' '),
      { type: 'broadcast', range: 'here' },
    ])
    expect(parseInline('<https://a.example/?x=1&amp;y=2|見る>')).toEqual([
      { type: 'link', url: 'https://a.example/?x=1&y=2', children: [text('見る')] },
    ])
    expect(parseInline('<!date^1795440000^{time}|22:20>')).toEqual([
      { type: 'date', seconds: 1795440000, format: '{time}', fallback: '22:20' },
    ])
  })

  it('is text where a person typed it: the client escapes it', () => {
    expect(parseInline('&lt;!channel&gt; &amp;')).toEqual([text('<!channel> &')])
  })
})

describe('lines', () => {
  it('hold quotes, code and bare links', () => {
    expect(parseMrkdwn('&gt; 引用\n本文')).toEqual([
      { type: 'quote', children: [text('引用')] },
      { type: 'line', children: [text('本文')] },
    ])
    expect(parseMrkdwn('```\nx *y*\n```後')).toEqual([
      { type: 'code', text: 'x *y*' },
      { type: 'line', children: [text('後')] },
    ])
    expect(parseInline('見て https://a.example/x。')).toEqual([
      text('見て '),
      { type: 'link', url: 'https://a.example/x', children: [text('https://a.example/x')] },
      text('。'),
    ])
  })

  it('show an emoji by its name, but no time of day as one', () => {
    expect(parseInline(':pushpin: 10:30:45')).toEqual([{ type: 'emoji', name: 'pushpin' }, text(' 10:30:45')])
  })
})

describe('any text', () => {
  it('is read without an error, and plain words come back as they were', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (source) => Array.isArray(parseMrkdwn(source))))
    const plain = fc.stringMatching(/^[ぁ-んa-z0-9。、 ]*$/)
    fc.assert(
      fc.property(plain, (source) => {
        expect(parseInline(source)).toEqual(source === '' ? [] : [text(source)])
      }),
    )
  })
})
