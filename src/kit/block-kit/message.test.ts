import fc from 'fast-check'
import { expect, test } from 'vitest'
import { actions, button, context, fields, section } from './elements.ts'
import { asMessage, fitMessage } from './message.ts'
import type { Block } from './types.ts'

/** The bytes of all that stands in `text` keys, counted without our own code. */
const bytesOf = (value: unknown): number =>
  [...JSON.stringify(value).matchAll(/"text":("(?:[^"\\]|\\.)*")/g)].reduce(
    (sum, [, text]) => sum + Buffer.byteLength(JSON.parse(text ?? '""')),
    0,
  )

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.integer({ min: 1, max: 3000 }).map((length) => '障'.repeat(length)),
  fc.integer({ min: 1, max: 600 }).map((length) => '<@U0SATO> &amp; '.repeat(length)),
)
const block: fc.Arbitrary<Block> = fc.oneof(
  words.map((text) => section(text)),
  fc.array(words, { minLength: 1, maxLength: 10 }).map(fields),
  fc.array(words, { minLength: 1, maxLength: 10 }).map((texts) => context(...texts)),
  words.map((text) => actions('b', [button({ actionId: 'a', text })])),
)

test('whatever people write, a message is one that Slack takes, now and in every edit', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 20 }), fc.array(block, { maxLength: 20 }), (lines, blocks) => {
      const message = asMessage(lines, blocks)
      expect(Buffer.byteLength(message.text)).toBeLessThanOrEqual(4000)
      expect(bytesOf(message.blocks)).toBeLessThanOrEqual(10_600)
      expect(message.blocks).toHaveLength(blocks.length)
      expect(JSON.stringify(message)).not.toMatch(/<@U0SAT?(?![A-Z])[^O]/)
      expect(fitMessage(message)).toEqual(message)
    }),
  )
})

test('of a long message the short parts stay as they are', () => {
  const short = section('✅ *復旧* ｜ サービスA')
  const { blocks } = asMessage(['x'], [short, section('長'.repeat(3000)), section('話'.repeat(3000))])
  expect(blocks[0]).toEqual(short)
  expect(bytesOf(blocks)).toBeGreaterThan(10_000)
})

test('a message within the limits is not touched', () => {
  const content = { text: 'a\n\nb', blocks: [section('a'), section('b')] }
  expect(fitMessage(content)).toBe(content)
})
