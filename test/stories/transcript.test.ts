import { expect, test } from 'vitest'
import type { Channel, Message, User } from '../../sandbox/protocol.ts'
import { channelTranscript } from './transcript.ts'

const user = (id: string, name: string): User => ({
  id,
  name,
  real_name: name,
  is_bot: false,
  deleted: false,
  is_restricted: false,
  locale: 'ja-JP',
  tz: 'Asia/Tokyo',
})
const users = [user('U0SATO', 'sato'), user('U0ITO', 'ito'), user('U0BOT', 'sssbot')]
const said = (ts: string, change: Partial<Message> = {}): Message => ({
  ts,
  user: 'U0SATO',
  text: 'はい',
  reactions: [],
  ...change,
})
const channel = (messages: Message[], change: Partial<Channel> = {}): Channel => ({
  id: 'C0INCIDENT',
  name: 'サービスa-20261123i',
  creator: 'U0BOT',
  created: 0,
  is_private: false,
  is_archived: false,
  topic: '',
  purpose: '',
  members: [],
  bookmarks: [],
  pins: [],
  messages,
  ...change,
})

test('a channel reads from above to below, each thread below its first message', () => {
  const button = { type: 'button', action_id: 'a', text: { type: 'plain_text', text: 'なる' }, style: 'primary' }
  const blocks = [
    { type: 'section', text: { type: 'mrkdwn', text: '*未定*' } },
    { type: 'actions', elements: [button] },
  ]
  const messages = [
    said('1795410020.000100', { user: 'U0ITO', text: 'あとから\n二行', thread_ts: '1795410000.000100' }),
    said('1795410000.000100', {
      user: 'U0BOT',
      text: '未定',
      blocks,
      thread_ts: '1795410000.000100',
      edited: { user: 'U0BOT', ts: '1795410060.000000' },
      reactions: [{ name: 'eyes', users: ['U0SATO', 'U0ITO'], count: 2 }],
    }),
    said('1795410010.000100', { user: 'U0BOT', text: '案内', ephemeral_to: 'U0SATO' }),
    said('1795410030.000100', { subtype: 'channel_join', user: 'U0ITO', inviter: 'U0BOT', text: 'joined' }),
  ]
  const change = { is_private: true, topic: '対応中', pins: ['1795410000.000100'] }
  expect(channelTranscript(channel(messages, change), users).split('\n')).toEqual([
    '#サービスa-20261123i (private) · 4 messages',
    'topic: 対応中',
    '05:00:00 @sssbot · edited 05:01:00 · pinned',
    '  🔔 未定',
    '  *未定*',
    '  [» なる]',
    '  :eyes: @sato @ito',
    '    05:00:20 @ito',
    '      あとから',
    '      二行',
    '05:00:10 @sssbot · only @sato sees',
    '  案内',
    '05:00:30 @ito · channel_join · invited by @sssbot',
    '  joined',
  ])
})

test('what cannot be drawn says so, and the rest stands', () => {
  const messages = [said('1795410000.000100', { blocks: [{ type: 'hologram' }] }), said('1795410001.000100')]
  const shown = channelTranscript(channel(messages), users)
  expect(shown).toContain('cannot be drawn')
  expect(shown).toContain('hologram')
  expect(shown.endsWith('05:00:01 @sato\n  はい')).toBe(true)
})

test('a reply whose first message is gone, and a person nobody knows, are shown all the same', () => {
  const lost = said('1795410000.000100', { thread_ts: '1795400000.000100', user: 'U0GONE' })
  expect(channelTranscript(channel([lost]), users)).toContain('05:00:00 U0GONE\n  はい')
})
