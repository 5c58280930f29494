import { describe, expect, it } from 'vitest'
import { checkMessage, type MessagePayload, textLimits } from './index.ts'
import { actions, button, input, mrkdwn, option, options, plain, section } from './samples.ts'

const alertText = 'Checkout is down'

describe('a message that Slack takes', () => {
  it.each<[string, MessagePayload]>([
    ['a text alone', { text: alertText }],
    ['blocks alone', { blocks: [section(alertText)] }],
    [
      'Japanese, with a header',
      { text: '障害', blocks: [{ type: 'header', text: plain('障害 🔥') }, section('*決済* が落ちています')] },
    ],
    [
      'a section of fields with a button beside it',
      { blocks: [{ type: 'section', fields: [mrkdwn('a'), plain('b')], accessory: button() }] },
    ],
    ['an old attachment', { text: 'x', attachments: [{ pretext: 'pre-hello', text: 'text-world' }] }],
    ['blocks in an attachment', { text: 'x', attachments: [{ color: '#f00', blocks: [section('x')] }] }],
    [
      'metadata',
      { text: 'x', metadata: { event_type: 'task_created', event_payload: { id: '11223', title: 'Redesign' } } },
    ],
    ['an input', { text: 'x', blocks: [input({ type: 'plain_text_input' }, { dispatch_action: true })] }],
    [
      'a menu with groups and a choice made',
      {
        text: 'x',
        blocks: [
          actions({
            type: 'static_select',
            option_groups: [{ label: plain('g'), options: options(2) }],
            initial_option: option('level-1'),
          }),
        ],
      },
    ],
    [
      'rich text',
      {
        text: 'x',
        blocks: [
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  { type: 'text', text: '復旧', style: { bold: true } },
                  { type: 'user', user_id: 'U1' },
                ],
              },
              {
                type: 'rich_text_list',
                style: 'bullet',
                indent: 0,
                elements: [{ type: 'rich_text_section', elements: [{ type: 'link', url: 'https://example.com' }] }],
              },
              { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'code' }], border: 0 },
              {
                type: 'rich_text_quote',
                elements: [{ type: 'date', timestamp: 1720710212, format: '{date_num}', fallback: 'then' }],
              },
            ],
          },
        ],
      },
    ],
    [
      'a table',
      {
        text: 'x',
        blocks: [
          {
            type: 'table',
            rows: [
              [
                { type: 'raw_text', text: 'a' },
                { type: 'raw_number', value: 1, text: '1' },
              ],
            ],
            column_settings: [null, { align: 'right' }],
          },
        ],
      },
    ],
    [
      'a card in a carousel',
      {
        text: 'x',
        blocks: [{ type: 'carousel', elements: [{ type: 'card', title: mrkdwn('t'), actions: [button()] }] }],
      },
    ],
    [
      'feedback buttons',
      {
        text: 'x',
        blocks: [
          {
            type: 'context_actions',
            elements: [
              {
                type: 'feedback_buttons',
                positive_button: { text: plain('y'), value: 'y' },
                negative_button: { text: plain('n'), value: 'n' },
              },
            ],
          },
        ],
      },
    ],
    [
      'an image of a Slack file',
      { text: 'x', blocks: [{ type: 'image', alt_text: 'graph', slack_file: { id: 'F1' } }] },
    ],
    ['the same action in two blocks', { text: 'x', blocks: [actions(button()), actions(button())] }],
  ])('%s', (_, payload) => {
    expect(checkMessage(payload)).toEqual([])
  })
})

describe('long messages', () => {
  it('may say 40,000 characters when posted', () => {
    expect(checkMessage({ text: 'x'.repeat(40_000) })).toEqual([])
    expect(checkMessage({ text: 'x'.repeat(40_001) })).toMatchObject([{ error: 'msg_too_long', pointer: '/text' }])
  })

  it.each([
    ['Latin letters', 'x'.repeat(4_000), 'x'.repeat(4_001)],
    ['kana, of three bytes each', `x${'あ'.repeat(1_333)}`, 'あ'.repeat(1_334)],
    ['emoji, of four bytes each', '🔥'.repeat(1_000), `🔥${'🔥'.repeat(1_000)}`],
  ])('may say 4,000 bytes when edited, beside blocks too: %s', (_, taken, refused) => {
    const edit = { textLimit: textLimits.update }
    for (const beside of [{}, { blocks: [section('x')] }]) {
      expect(checkMessage({ text: taken, ...beside }, edit)).toEqual([])
      expect(checkMessage({ text: refused, ...beside }, edit)).toMatchObject([{ error: 'msg_too_long' }])
    }
  })

  const filling = (most: number, letter: string) => [
    ...Array.from({ length: Math.floor(most / 3000) }, () => section(letter.repeat(3000))),
    section(letter.repeat(most % 3000)),
  ]

  it('may hold 11,300 characters in all blocks together, Markdown aside', () => {
    const blocks = filling(11_300, 'あ')
    expect(checkMessage({ text: 'x', blocks })).toEqual([])
    expect(checkMessage({ text: 'x', blocks: [...blocks, { type: 'markdown', text: 'x'.repeat(12_000) }] })).toEqual([])
    expect(checkMessage({ text: 'x', blocks: [...blocks, section('y')] })).toMatchObject([
      { error: 'msg_blocks_too_long', pointer: '/blocks' },
    ])
  })

  it('may hold as many bytes, in a workspace that counts those', () => {
    const limits = { blocksText: { most: 11_300, of: 'bytes' } } as const
    expect(checkMessage({ text: 'x', blocks: filling(11_300, 'x') }, limits)).toEqual([])
    expect(checkMessage({ text: 'x', blocks: filling(3_767, 'あ') }, limits)).toMatchObject([
      { error: 'msg_blocks_too_long' },
    ])
  })
})
