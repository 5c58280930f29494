import { expect, test } from 'vitest'
import { shownIn, unquoted, visibleFiles, visibleWords } from './visible.ts'

const rich = (...elements: object[]) => [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }]
const app = { bot_id: 'B1', text: '' }

test.each([
  ['a person’s words', { text: 'a &amp; b', blocks: rich({ type: 'text', text: 'a & b' }) }, 'a &amp; b'],
  [
    'words that stand in blocks only',
    { text: '', blocks: rich({ type: 'user', user_id: 'U1' }, { type: 'text', text: ' <x>' }) },
    '<@U1> &lt;x&gt;',
  ],
  [
    'a preview under a link',
    { text: '<https://a.example>', attachments: [{ title: 'A', text: 'b' }] },
    '<https://a.example>',
  ],
  [
    'a forward',
    { text: '', attachments: [{ is_share: true, author_name: 'Alice', text: 'a\nb' }] },
    '&gt; Alice: a\n&gt; b',
  ],
  ['a forward with a comment', { text: 'see', attachments: [{ is_share: true, text: 'a' }] }, 'see\n&gt; a'],
  [
    'an alert',
    { ...app, attachments: [{ title: 'CPU', text: '91%', fields: [{ title: 'host', value: 'web-1' }] }] },
    'CPU\n91%\nhost: web-1',
  ],
  [
    'an alert in fields alone',
    { ...app, attachments: [{ fields: [{ title: 'host', value: 'web-1' }], fallback: '[no preview available]' }] },
    'host: web-1',
  ],
  [
    'an alert with blocks in an attachment',
    { ...app, attachments: [{ blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*p95*' } }] }] },
    '*p95*',
  ],
  [
    'blocks in place of a text for notifications',
    {
      bot_id: 'B1',
      text: 'Alert',
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'DB <1>' } },
        { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Ack' } }] },
      ],
    },
    'DB &lt;1&gt;',
  ],
  ['a fallback that is all there is', { ...app, attachments: [{ fallback: 'down' }] }, 'down'],
  ['nothing', {}, ''],
  ['odd shapes', { text: 1, blocks: {}, attachments: [null, 'x', { text: {} }] }, ''],
])('%s is read', (_, message, words) => expect(visibleWords(message)).toBe(words))

test('files are seen, those of a forward too, and are the title where nothing else is said', () => {
  const file = { name: 'log.txt', permalink: 'https://x/log.txt' }
  const message = { text: '', files: [file], attachments: [{ is_share: true, files: [{ ...file, name: 'b.png' }] }] }
  expect(visibleFiles(message).map(({ name }) => name)).toEqual(['log.txt', 'b.png'])
  expect(shownIn({ text: '', files: [file] })).toBe('log.txt')
})

test('a title has no marks of quotes', () => expect(unquoted('&gt; a\n&gt; b')).toBe('a\nb'))
