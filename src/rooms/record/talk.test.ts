import { describe, expect, test } from 'vitest'
import { heardOf, talkOf } from './talk.ts'

const place = { channel: 'C0INCIDENT', ts: '1795410000.000100' }
const message = (change: object) => ({ type: 'message', user: 'U0SATO', text: '見ています', ...place, ...change })

describe('what is heard in a channel', () => {
  test('is what people say', () => {
    expect(heardOf(message({}))).toMatchObject({
      is: 'said',
      by: 'U0SATO',
      reading: { words: '見ています', files: [] },
    })
    expect(talkOf(message({}))).toMatchObject({ is: 'said', by: 'U0SATO', text: '見ています' })
  })

  test('is told apart in a thread: an answer stands in it, and the message that it begins with does not', () => {
    expect(heardOf(message({ thread_ts: '1795409000.000200' }))).toMatchObject({
      reading: { threadTs: '1795409000.000200' },
    })
    expect(heardOf(message({ thread_ts: place.ts }))).toMatchObject({ reading: { threadTs: null } })
  })

  test('is what other apps say, wherever they put it; nothing is done because an app says so', () => {
    const alert = message({
      user: undefined,
      bot_id: 'B0MONITOR',
      subtype: 'bot_message',
      text: '',
      attachments: [{ title: 'CPU 95%', text: 'db-1', fallback: 'ignored' }, { fallback: 'seen by old clients' }],
    })
    expect(heardOf(alert)).toMatchObject({
      is: 'said',
      by: null,
      reading: { author: 'B0MONITOR', words: 'CPU 95%\ndb-1\nseen by old clients' },
    })
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'deploy *done*' } }]
    expect(heardOf(message({ bot_id: 'B0CI', text: '', blocks }))).toMatchObject({
      reading: { words: 'deploy *done*' },
    })
    expect(talkOf(alert)).toBeUndefined()
  })

  test('is not what Slack says, nor what the bot itself says', () => {
    for (const subtype of ['channel_join', 'pinned_item', 'channel_topic', 'reminder_add']) {
      expect(heardOf(message({ subtype }))).toBeUndefined()
    }
    expect(heardOf(message({ metadata: { event_type: 'sssbot_slot', event_payload: {} } }))).toBeUndefined()
  })

  test('keeps of a file its name and where it lies', () => {
    const files = [
      { id: 'F1', name: 'graph.png', permalink: 'https://example.slack.com/files/F1', url_private: 'https://secret' },
      { id: 'F2', mode: 'tombstone', name: 'gone.png', permalink: 'https://example.slack.com/files/F2' },
      { id: 'F3', file_access: 'check_file_info' },
    ]
    expect(heardOf(message({ subtype: 'file_share', files }))).toMatchObject({
      reading: { files: [{ name: 'graph.png', permalink: 'https://example.slack.com/files/F1' }] },
    })
  })

  test('follows edits by their order, and what Slack leaves of a deleted message with a thread is a deletion', () => {
    const edited = {
      ts: place.ts,
      user: 'U0SATO',
      text: '直しました',
      edited: { user: 'U0SATO', ts: '1795410005.000000' },
    }
    const event = { type: 'message', subtype: 'message_changed', channel: place.channel, ts: '1795410006.000000' }
    expect(heardOf({ ...event, message: edited })).toMatchObject({
      is: 'edited',
      ts: place.ts,
      reading: { words: '直しました', editedTs: '1795410005.000000' },
    })
    // A preview of a link is no edit: its own key must not keep out an edit of the same second.
    const preview = {
      ts: place.ts,
      user: 'U0SATO',
      text: '見ています',
      attachments: [{ from_url: 'https://e.com', id: 1 }],
    }
    expect(heardOf({ ...event, message: preview })).toMatchObject({
      is: 'edited',
      reading: { words: '見ています', editedTs: null },
    })
    expect(heardOf({ ...event, message: { ts: place.ts, subtype: 'tombstone' } })).toMatchObject({
      is: 'deleted',
      ts: place.ts,
    })
    expect(heardOf({ ...event, subtype: 'message_deleted', deleted_ts: place.ts })).toMatchObject({
      is: 'deleted',
      ts: place.ts,
    })
  })
})

describe('what Slack sends beside talk, as it was recorded', () => {
  /** A huddle that has ended (hackclub's recorded event of 2025), and what else no person wrote. */
  const huddle = {
    ts: '1759867369.537409',
    type: 'message',
    subtype: 'huddle_thread',
    user: 'USLACKBOT',
    text: '',
    no_notifications: true,
    room: { id: 'R09K73DJVUN', call_family: 'huddle', has_ended: true, participants: [] },
    blocks: [
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'A huddle started' }] }],
      },
    ],
  }

  test('is no talk: huddles, canvases, joins of apps, and what an encryption key hides', () => {
    expect(heardOf({ ...huddle, channel: 'C0INCIDENT' })).toBeUndefined()
    const ended = { ...huddle, edited: { user: 'USLACKBOT', ts: '1759867394.000000' } }
    const change = {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      channel: 'C0INCIDENT',
      ts: '1759867394.232700',
    }
    expect(heardOf({ ...change, message: ended, previous_message: huddle })).toBeUndefined()
    for (const subtype of [
      'channel_canvas_updated',
      'tabbed_canvas_updated',
      'bot_add',
      'ekm_access_denied',
      'sh_room_created',
    ])
      expect(heardOf(message({ subtype }))).toBeUndefined()
  })

  test('is talk where a person says it in another way: in a huddle’s thread, broadcast from a thread, under a deleted message', () => {
    expect(heardOf(message({ thread_ts: huddle.ts }))).toMatchObject({ is: 'said', reading: { threadTs: huddle.ts } })
    const root = { ts: '1795409000.000200', user: 'U0TANAKA', text: '始まり', reply_count: 1, replies: [] }
    const broadcast = message({ subtype: 'thread_broadcast', thread_ts: root.ts, root })
    expect(heardOf(broadcast)).toMatchObject({ is: 'said', by: 'U0SATO', reading: { threadTs: root.ts } })
    const loose = message({ thread_ts: root.ts, parent_user_id: 'U0TANAKA' })
    expect(talkOf(loose)).toMatchObject({ is: 'said', threadTs: root.ts })
  })

  test('is read as far as it can be, however odd its trimmings are', () => {
    const odd = message({
      bot_id: null,
      thread_ts: null,
      subtype: null,
      edited: {},
      blocks: {},
      metadata: { event_type: null },
      files: [{ name: 7, title: null, permalink: 'https://example.slack.com/files/F1' }, 'F2', null],
      attachments: [null, 'x', { title: {}, text: 'kept only of apps' }],
      reply_count: '3',
    })
    expect(heardOf(odd)).toMatchObject({
      is: 'said',
      by: 'U0SATO',
      reading: { words: '見ています', files: [{ name: 'file', permalink: 'https://example.slack.com/files/F1' }] },
    })
    const canvas = {
      id: 'F3',
      mode: 'quip',
      filetype: 'quip',
      title: '復旧手順',
      name: '復旧手順',
      permalink: 'https://e.com/docs/F3',
    }
    expect(heardOf(message({ subtype: 'file_share', text: '', files: [canvas] }))).toMatchObject({
      reading: { files: [{ name: '復旧手順', permalink: 'https://e.com/docs/F3' }] },
    })
    const gone = { type: 'message', subtype: 'message_deleted', channel: place.channel, ts: '1795410006.000000' }
    expect(heardOf({ ...gone, previous_message: { ts: place.ts, user: 7 } })).toMatchObject({
      is: 'deleted',
      ts: place.ts,
    })
  })
})
