import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkMessage, checkView } from './index.ts'

const words = (max: number) =>
  fc.string({ minLength: 1, maxLength: max, unit: 'grapheme' }).filter((s) => s.length <= max)
const plain = (max: number) => fc.record({ type: fc.constant('plain_text'), text: words(max) })
const anyText = (max: number) =>
  fc.oneof(
    plain(max),
    fc.record(
      { type: fc.constant('mrkdwn'), text: words(max), verbatim: fc.boolean() },
      { requiredKeys: ['type', 'text'] },
    ),
  )
const option = fc.record({ text: plain(75), value: words(150) })

const button = fc.record(
  {
    type: fc.constant('button'),
    text: plain(75),
    value: words(99),
    url: fc.webUrl(),
    style: fc.constantFrom('primary', 'danger'),
  },
  { requiredKeys: ['type', 'text'] },
)
const menu = fc.array(option, { minLength: 1, maxLength: 9 }).chain((options) =>
  fc.record(
    {
      type: fc.constant('static_select'),
      options: fc.constant(options),
      initial_option: fc.constantFrom(...options),
      placeholder: plain(99),
    },
    { requiredKeys: ['type', 'options'] },
  ),
)
const styled = fc.record(
  { type: fc.constant('text'), text: words(50), style: fc.record({ bold: fc.boolean(), code: fc.boolean() }) },
  { requiredKeys: ['type', 'text'] },
)
const richText = fc.record({
  type: fc.constant('rich_text'),
  elements: fc.array(
    fc.record({
      type: fc.constantFrom('rich_text_section', 'rich_text_quote'),
      elements: fc.array(styled, { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
})
const block = fc.oneof(
  fc.record(
    { type: fc.constant('section'), text: anyText(200), accessory: fc.oneof(button, menu) },
    { requiredKeys: ['type', 'text'] },
  ),
  fc.record({ type: fc.constant('section'), fields: fc.array(anyText(50), { minLength: 1, maxLength: 10 }) }),
  fc.record({ type: fc.constant('header'), text: plain(150) }),
  fc.record({ type: fc.constant('context'), elements: fc.array(anyText(50), { minLength: 1, maxLength: 10 }) }),
  fc.record({
    type: fc.constant('actions'),
    elements: fc.array(fc.oneof(button, menu), { minLength: 1, maxLength: 5 }),
  }),
  richText,
)
const blocks = fc.array(block, { minLength: 1, maxLength: 8 })

it('takes every message that is put together by the rules', () => {
  fc.assert(
    fc.property(blocks, words(100), (made, text) => {
      expect(checkMessage({ blocks: made, text })).toEqual([])
    }),
  )
})

it('refuses a property that Slack does not know, wherever it stands', () => {
  fc.assert(
    fc.property(blocks, fc.nat(), (made, at) => {
      const index = at % made.length
      const spoilt = made.map((one, i) => (i === index ? { ...one, colour: 'red' } : one))
      expect(checkMessage({ blocks: spoilt, text: 'x' })).toEqual([
        {
          error: 'invalid_blocks',
          pointer: `/blocks/${index}`,
          message: `[ERROR] invalid additional property: colour [json-pointer:/blocks/${index}]`,
        },
      ])
    }),
  )
})

it('answers whatever it is given, and never throws', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), fc.anything(), (some, attachments, metadata) => {
      expect(Array.isArray(checkMessage({ text: 'x', blocks: some, attachments, metadata }))).toBe(true)
      expect(Array.isArray(checkView(some))).toBe(true)
    }),
  )
})
