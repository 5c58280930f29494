import { describe, expect, test } from 'vitest'
import { messageLines, surfaceLines } from './surface.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
const message = (...blocks: object[]) => ({ text: 'x', blocks })
/** How blocks read, whatever the notification says. */
const read = (...blocks: object[]) => surfaceLines(message(...blocks)).filter((line) => !line.startsWith('🔔'))
const button = { type: 'button', action_id: 'a', text: plain('復旧を宣言') }

describe('a message', () => {
  test('has its notification first, where it says something else', () => {
    expect(surfaceLines({ text: 'あ\nい', blocks: [{ type: 'section', text: mrkdwn('あ い') }] })).toEqual(['あ い'])
    expect(surfaceLines({ text: 'う', blocks: [{ type: 'section', text: mrkdwn('あ') }] })).toEqual(['🔔 う', 'あ'])
  })

  test('has headings, facts, small print, lines and pictures', () => {
    const image = { type: 'image', image_url: 'https://example.com/a.png', alt_text: 'グラフ' }
    expect(
      read(
        { type: 'header', text: plain('対応中') },
        { type: 'section', fields: [mrkdwn('*誰* 佐藤\n田中'), mrkdwn('*いつ*')], accessory: button },
        { type: 'context', elements: [mrkdwn('宣言'), image] },
        { type: 'divider' },
        { ...image, title: plain('接続数') },
      ),
    ).toEqual([
      '## 対応中',
      '▪ *誰* 佐藤',
      '  田中',
      '▪ *いつ*',
      '    [復旧を宣言]',
      '· 宣言',
      '· [picture: グラフ (https://example.com/a.png)]',
      '────────',
      '接続数',
      '[picture: グラフ (https://example.com/a.png)]',
    ])
  })

  test('has buttons side by side, with what they ask first', () => {
    const confirm = {
      title: plain('本当に？'),
      text: mrkdwn('戻せません'),
      confirm: plain('はい'),
      deny: plain('いいえ'),
    }
    expect(
      read({
        type: 'actions',
        elements: [
          { ...button, style: 'primary' },
          { ...button, url: 'https://example.com' },
          { ...button, style: 'danger', confirm, accessibility_label: '復旧' },
        ],
      }),
    ).toEqual([
      '[» 復旧を宣言] [復旧を宣言 → https://example.com]',
      '[! 復旧を宣言 (read aloud: 復旧)]',
      '  asks first: 本当に？',
      '              戻せません',
      '              [はい] [いいえ]',
    ])
  })

  test('has what looks the same many times once', () => {
    expect(read(...Array.from({ length: 80 }, () => ({ type: 'section', text: mrkdwn('同じ') })))).toEqual([
      '同じ',
      '(the same 79 more times)',
    ])
  })

  test('of people has lists, quotes and code', () => {
    const text = (words: string, style = {}) => ({ type: 'text', text: words, style })
    const section = (...elements: object[]) => ({ type: 'rich_text_section', elements })
    const elements = [
      section(text('見て', { bold: true }), { type: 'user', user_id: 'U0SATO' }, { type: 'emoji', name: 'eyes' }),
      { type: 'rich_text_list', style: 'ordered', indent: 1, elements: [section(text('a')), section(text('b'))] },
      { type: 'rich_text_quote', elements: [text('c\nd')] },
      { type: 'rich_text_preformatted', elements: [text('e')] },
      section({ type: 'link', url: 'https://example.com', text: '手順' }, { type: 'broadcast', range: 'here' }),
    ]
    expect(messageLines('—', [{ type: 'rich_text', elements }])).toEqual([
      '🔔 —',
      '*見て*<@U0SATO>:eyes:',
      '   1. a',
      '   2. b',
      '> c',
      '> d',
      '```',
      'e',
      '```',
      '<https://example.com|手順><!here>',
    ])
    expect(messageLines('だけ', undefined)).toEqual(['だけ'])
  })
})

test('a form has its fields with all that is said of them, and its buttons', () => {
  const input = (label: string, element: object, more: object = {}) => ({
    type: 'input',
    block_id: label,
    label: plain(label),
    ...more,
    element: { action_id: 'value', ...element },
  })
  const options = ['高い', '低い'].map((text) => ({ text: plain(text), value: text, description: plain('とても') }))
  const lines = surfaceLines({
    type: 'modal',
    callback_id: 'c',
    title: plain('宣言'),
    submit: plain('送る'),
    close: plain('やめる'),
    blocks: [
      input('概要', { type: 'plain_text_input', multiline: true, max_length: 300, initial_value: 'あ\nい' }),
      input('備考', { type: 'plain_text_input', placeholder: plain('例') }, { optional: true, hint: plain('短く') }),
      input('緊急度', { type: 'radio_buttons', options, initial_option: options[1] }, { dispatch_action: true }),
      input('種類', { type: 'checkboxes', options, initial_options: [options[0]] }),
      input('誰', { type: 'users_select', initial_user: 'U0SATO' }),
      input('皆', { type: 'multi_users_select', initial_users: ['U0SATO', 'U0ITO'] }),
      input('どこ', { type: 'conversations_select', filter: { include: ['public'] } }),
      input('いつ', { type: 'datetimepicker', initial_date_time: 1_795_410_000 }),
      input('日', { type: 'datepicker', initial_date: '2026-11-30' }),
      input('どれ', { type: 'static_select', options, initial_option: options[0], placeholder: plain('選ぶ') }),
      input('多', { type: 'external_select', min_query_length: 0, initial_option: options[0] }),
      input('群', { type: 'static_select', option_groups: [{ label: plain('上'), options }] }),
    ],
  })
  expect(lines.map((line) => line.replace(/^│ /, ''))).toEqual([
    '┌ 宣言',
    '概要',
    '    [_あ',
    '      い',
    '    _] several lines, up to 300 letters',
    '備考 (optional)',
    '    [_____ “例”] one line',
    '    hint: 短く',
    '緊急度 (answers at once)',
    '    ( ) 高い — とても',
    '    (•) 低い — とても',
    '種類',
    '    [x] 高い — とても',
    '    [ ] 低い — とても',
    '誰',
    '    [@ one person: <@U0SATO>]',
    '皆',
    '    [@ people: <@U0SATO> <@U0ITO>]',
    'どこ',
    '    [# one channel (public)]',
    'いつ',
    '    [day and time: 2026-11-23 05:00 UTC]',
    '日',
    '    [day: 2026-11-30]',
    'どれ',
    '    [▾ 選ぶ: ● 高い — とても | 低い — とても]',
    '多',
    '    [one of many, searched: 高い]',
    '群',
    '    [▾',
    '       上',
    '         高い — とても',
    '         低い — とても',
    '    ]',
    '└ [» 送る] [やめる]',
  ])
})

describe('what it cannot draw is refused', () => {
  test.each([
    ['a block', { type: 'video', title: plain('x') }],
    ['an element', { type: 'actions', elements: [{ type: 'timepicker', action_id: 'a' }] }],
    ['a key of an element', { type: 'actions', elements: [{ ...button, workflow: {} }] }],
    ['a key of a block', { type: 'section', text: mrkdwn('x'), subtitle: plain('unseen') }],
    [
      'a part of rich text',
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'color' }] }] },
    ],
  ])('%s', (_, block) => {
    expect(() => surfaceLines(message(block))).toThrow()
  })
})
