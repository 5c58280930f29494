import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { jsonText, parseJson, wellFormed, wellFormedDeep } from './well-formed.ts'

const nasty = fc.string({
  unit: fc.oneof(fc.constantFrom('\0', '\ud83d', '\ude00', '\\', 'u0000', '\\ud83d', '"'), fc.string()),
})

describe('what comes from outside', () => {
  it.each([
    ['U+0000', '{"a\\u0000":"b\\u0000c"}', { a: 'bc' }],
    ['half of a pair', '["\\ud83d","\\uDE00 x"]', ['\ufffd', '\ufffd x']],
    ['halves around U+0000', '"\\ud83d\\u0000\\ude00"', '\ufffd\ufffd'],
    ['a whole pair, escaped as Slack does', '"\\ud83d\\ude00 本番"', '😀 本番'],
    ['what somebody typed', '"\\\\u0000 \\\\ud83d"', '\\u0000 \\ud83d'],
  ])('is well-formed afterwards: %s', (_, text, value) => expect(parseJson(text)).toEqual(value))

  it('stays as it is otherwise', () => {
    const value = { a: ['b', { c: 1, d: null }] }
    expect(wellFormedDeep(value)).toBe(value)
    expect(() => parseJson('{')).toThrow(SyntaxError)
  })
})

test('whatever is said, the database can keep it', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const kept = wellFormed(text)
      expect(kept.isWellFormed()).toBe(true)
      expect(kept).not.toContain('\0')
      expect(wellFormed(kept)).toBe(kept)
      expect(JSON.parse(jsonText({ [text]: [text] }) ?? '')).toEqual({ [kept]: [kept] })
      expect(parseJson(JSON.stringify([text]))).toEqual([kept])
    }),
    { examples: [['\ud83d\0\ude00']] },
  )
})
