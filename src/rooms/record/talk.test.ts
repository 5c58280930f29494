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
