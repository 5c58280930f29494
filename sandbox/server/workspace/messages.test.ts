import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../index.ts'
import { createDriver, type Driver } from '../testing/driver.ts'
import { richTextOf } from './rich-text.ts'
import type { SlackEvent } from './workspace.ts'

const channel = 'C0GENERAL'
let now = Date.parse('2026-11-23T01:00:00.250Z')
let sandbox: Sandbox
let driver: Driver
let bot: WebClient
let told: SlackEvent[]

beforeEach(async () => {
  sandbox = await createSandbox({ rateLimits: false, now: () => now })
  driver = createDriver(sandbox.url)
  bot = new WebClient('xoxb-sandbox', { slackApiUrl: `${sandbox.url}/api/`, retryConfig: { retries: 0 } })
  told = []
  const { happened, ...others } = sandbox.workspace.watchers
  sandbox.workspace.watchers = {
    ...others,
    happened(event, ...rest) {
      told.push(structuredClone(event))
      happened(event, ...rest)
    },
  }
})
afterEach(() => sandbox.close())

async function says(text: string, more: object = {}): Promise<string> {
  const posted = await driver.act({ do: 'post', as: 'tanaka', channel, text, ...more })
  return posted.ok ? (posted.ts ?? '') : ''
}

const messageAt = async (ts: string, more: object = {}) =>
  (await bot.conversations.history({ channel, oldest: ts, latest: ts, inclusive: true, ...more })).messages?.[0]

const section = (text: string) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] })

describe('what somebody says', () => {
  it("has the client's id and its words as rich text, in the event and in the history alike", async () => {
    const ts = await says('こんにちは')
    const seen = {
      client_msg_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      blocks: [{ type: 'rich_text', block_id: expect.any(String), elements: [section('こんにちは')] }],
    }
    const [event] = told
    expect(event).toMatchObject({ type: 'message', ts, ...seen })
    const kept = await messageAt(ts)
    expect(kept).toMatchObject(seen)
    expect([kept?.client_msg_id, kept?.blocks]).toEqual([event?.client_msg_id, event?.blocks])
  })

  it('has rich text of an app, too, where it gave no blocks; and no client', async () => {
    const { ts = '' } = await bot.chat.postMessage({ channel, text: 'ただの文字' })
    const kept = await messageAt(ts)
    expect(kept).toMatchObject({ blocks: [{ type: 'rich_text', elements: [section('ただの文字')] }] })
    expect(kept).not.toHaveProperty('client_msg_id')
  })

  it('is no longer than the picture shows: people see the text as it is', async () => {
    const ts = await says('*太字*')
    const shown = (await driver.messages('general')).find((message) => message.ts === ts)
    expect(shown).toMatchObject({ text: '*太字*' })
    expect(shown).not.toHaveProperty('blocks')
  })
})

it.each([
  [
    '*太* _斜_ ~消~ `code`',
    [
      { type: 'text', text: '太', style: { bold: true } },
      { type: 'text', text: ' ' },
      { type: 'text', text: '斜', style: { italic: true } },
      { type: 'text', text: ' ' },
      { type: 'text', text: '消', style: { strike: true } },
      { type: 'text', text: ' ' },
      { type: 'text', text: 'code', style: { code: true } },
    ],
  ],
  [
    '<@U0SATO> <#C0GENERAL|general> <!here> :fire:',
    [
      { type: 'user', user_id: 'U0SATO' },
      { type: 'text', text: ' ' },
      { type: 'channel', channel_id: 'C0GENERAL' },
      { type: 'text', text: ' ' },
      { type: 'broadcast', range: 'here' },
      { type: 'text', text: ' ' },
      { type: 'emoji', name: 'fire' },
    ],
  ],
  [
    '<https://example.com/?a=1&amp;b=2|見る> a &lt; b',
    [
      { type: 'link', url: 'https://example.com/?a=1&b=2', text: '見る' },
      { type: 'text', text: ' a < b' },
    ],
  ],
])('%s is told apart into its parts', (text, elements) => {
  expect(richTextOf(text)).toEqual([{ type: 'rich_text_section', elements }])
})

it('quotes and code stand in parts of their own', () => {
  expect(richTextOf('前\n&gt; 引用\n```\nconst a = 1\n```\n後').map(({ type }) => type)).toEqual([
    'rich_text_section',
    'rich_text_quote',
    'rich_text_preformatted',
    'rich_text_section',
  ])
})

describe('hidden data of a message', () => {
  const metadata = { event_type: 'slot', event_payload: { a: 'b' } }

  it('is told in full only to who asks for all of it, and nowhere in lists of pins or inside events', async () => {
    const { ts = '' } = await bot.chat.postMessage({ channel, text: 'x', metadata })
    await bot.pins.add({ channel, timestamp: ts })
    await bot.chat.update({ channel, ts, text: 'y', metadata })
    const only = { event_type: 'slot' }
    expect((await messageAt(ts))?.metadata).toEqual(only)
    expect((await messageAt(ts, { include_all_metadata: true }))?.metadata).toEqual(metadata)
    const pins = await bot.pins.list({ channel })
    expect(pins.items?.[0]).toMatchObject({ message: { ts, metadata: only } })
    expect((await bot.conversations.replies({ channel, ts })).messages?.[0]?.metadata).toEqual(only)
    const changed = told.find(({ subtype }) => subtype === 'message_changed')
    expect(changed).toMatchObject({ message: { metadata: only }, previous_message: { metadata: only } })
    expect(JSON.stringify(told)).not.toContain('event_payload')
  })
})

describe('a deleted message', () => {
  it('with replies leaves a tombstone, which goes with the last of them', async () => {
    const ts = await says('はじまり')
    const reply = await says('返事', { thread_ts: ts })
    await driver.act({ do: 'delete', as: 'tanaka', channel, ts })
    const tombstone = { subtype: 'tombstone', user: 'USLACKBOT', hidden: true, text: 'This message was deleted.' }
    expect(told.at(-1)).toMatchObject({
      subtype: 'message_changed',
      message: { ...tombstone, ts, thread_ts: ts, reply_count: 1 },
      previous_message: { text: 'はじまり' },
    })
    expect(told.at(-1)?.message).not.toHaveProperty('blocks')
    expect(await messageAt(ts)).toMatchObject(tombstone)
    const thread = await bot.conversations.replies({ channel, ts })
    expect(thread.messages?.map((each) => each.text)).toEqual([tombstone.text, '返事'])
    await driver.act({ do: 'delete', as: 'tanaka', channel, ts: reply })
    expect(told.at(-1)).toMatchObject({
      subtype: 'message_deleted',
      deleted_ts: ts,
      previous_message: { subtype: 'tombstone', reply_count: 0 },
    })
    expect(await messageAt(ts)).toBeUndefined()
  })

  it('without replies is gone, and an answer of an app to it lands in the channel', async () => {
    const ts = await says('まちがい')
    await driver.act({ do: 'delete', as: 'tanaka', channel, ts })
    expect(told.at(-1)).toMatchObject({ subtype: 'message_deleted', deleted_ts: ts })
    const answer = await bot.chat.postMessage({ channel, text: '遅い返事', thread_ts: ts })
    expect(answer.message).not.toHaveProperty('thread_ts')
    expect(await messageAt(answer.ts ?? '')).toMatchObject({ text: '遅い返事' })
  })
})

describe('an edit', () => {
  it('is marked with a whole second', async () => {
    const ts = await says('まちがい')
    await driver.act({ do: 'edit', as: 'tanaka', channel, ts, text: 'ただしい' })
    const edited = { user: 'U0TANAKA', ts: `${Math.floor(now / 1000)}.000000` }
    expect(told.at(-1)).toMatchObject({ subtype: 'message_changed', message: { edited } })
    expect(told.at(-1)?.event_ts).not.toBe(edited.ts)
  })

  it('takes 4,000 bytes of text, also beside blocks', async () => {
    const { ts = '' } = await bot.chat.postMessage({ channel, text: 'x' })
    const blocks = [{ type: 'section', text: { type: 'plain_text', text: 'x' } }] as const
    const update = (text: string) =>
      bot.chat.update({ channel, ts, text, blocks: [...blocks] }).then(
        () => 'ok',
        (error) => error.data.error,
      )
    expect(await update(`x${'あ'.repeat(1_333)}`)).toBe('ok')
    expect(await update('あ'.repeat(1_334))).toBe('msg_too_long')
    expect(await update('x'.repeat(4_000))).toBe('ok')
    expect(await update('x'.repeat(4_001))).toBe('msg_too_long')
  })
})

describe('a link', () => {
  it('that a person posts is looked up, and the message changes without anybody having edited it', async () => {
    const ts = await says('https://example.com/status を見て')
    expect(told.at(-1)).toMatchObject({
      subtype: 'message_changed',
      hidden: true,
      message: { ts, attachments: [{ id: 1, from_url: 'https://example.com/status', fallback: 'example.com' }] },
      previous_message: { ts },
    })
    expect(told.at(-1)?.message).not.toHaveProperty('edited')
    expect(told.at(-1)?.previous_message).not.toHaveProperty('attachments')
    now += 1000
  })

  it('of an app is looked up only where it says so, and one that only this machine knows never', async () => {
    await bot.chat.postMessage({ channel, text: '<https://example.com>' })
    await says('http://127.0.0.1:3000/incidents')
    expect(told.filter(({ subtype }) => subtype === 'message_changed')).toEqual([])
    await bot.chat.postMessage({ channel, text: '<https://example.com>', unfurl_links: true })
    expect(told.filter(({ subtype }) => subtype === 'message_changed')).toHaveLength(1)
  })
})

it('an attachment that says nothing for where it cannot be shown gets a text', async () => {
  const { message } = await bot.chat.postMessage({ channel, text: 'x', attachments: [{ text: 'a' }] })
  expect(message?.attachments).toMatchObject([{ id: 1, text: 'a', fallback: '[no preview available]' }])
})

it('a reply that was sent to the channel, too, carries the beginning of its thread', async () => {
  const ts = await says('はじまり')
  await says('続き', { thread_ts: ts, broadcast: true })
  expect(told.at(-1)).toMatchObject({ subtype: 'thread_broadcast', root: { ts, text: 'はじまり', reply_count: 1 } })
  const { messages } = await bot.conversations.history({ channel, limit: 1 })
  expect(messages?.[0]).toMatchObject({ subtype: 'thread_broadcast', root: { ts } })
})

it('a pin says whose message it is, and who pinned it', async () => {
  const ts = await says('大事')
  await driver.act({ do: 'pin', as: 'sato', channel, ts })
  const pinned_info = { channel, pinned_by: 'U0SATO', pinned_ts: Math.floor(now / 1000) }
  const pinned = told.find(({ type }) => type === 'pin_added')
  expect(pinned).toMatchObject({ item_user: 'U0TANAKA', pinned_info, pin_count: 1 })
  await driver.act({ do: 'unpin', as: 'sato', channel, ts })
  expect(told.find(({ type }) => type === 'pin_removed')).toMatchObject({ item_user: 'U0TANAKA', has_pins: false })
})

it('topics and purposes come back with entities', async () => {
  await bot.conversations.setTopic({ channel, topic: 'A & B <急> <@U0SATO>' })
  const described: Record<string, unknown> = {
    ...(await bot.apiCall('conversations.setPurpose', { channel, purpose: 'x < y' })),
  }
  const { channel: read } = await bot.conversations.info({ channel })
  expect([read?.topic?.value, described.purpose]).toEqual(['A &amp; B &lt;急&gt; <@U0SATO>', 'x &lt; y'])
})

it('a message that waits says who will have posted it, and is listed until then', async () => {
  const metadata = { event_type: 'slot', event_payload: { a: 'b' } }
  const post_at = Math.floor(now / 1000) + 600
  const waiting = await bot.chat.scheduleMessage({ channel, text: 'あとで', post_at, metadata })
  expect(waiting.message).toMatchObject({ bot_id: 'B0SSSBOT01', user: 'U0SSSBOT01', metadata })
  const { scheduled_messages } = await bot.chat.scheduledMessages.list({ channel })
  expect(scheduled_messages).toEqual([
    {
      id: waiting.scheduled_message_id,
      channel_id: channel,
      post_at,
      date_created: Math.floor(now / 1000),
      text: 'あとで',
    },
  ])
  expect((await bot.chat.scheduledMessages.list({ oldest: `${post_at + 1}` })).scheduled_messages).toEqual([])
  await bot.chat.deleteScheduledMessage({ channel, scheduled_message_id: waiting.scheduled_message_id ?? '' })
  expect((await bot.chat.scheduledMessages.list()).scheduled_messages).toEqual([])
})

it('several people are asked for at once', async () => {
  const answer: Record<string, unknown> = { ...(await bot.apiCall('users.info', { users: 'U0TANAKA,U0SATO' })) }
  expect(answer.users).toMatchObject([{ id: 'U0TANAKA' }, { id: 'U0SATO' }])
  await expect(bot.apiCall('users.info', { users: 'U0TANAKA,U0NOBODY' })).rejects.toThrow('user_not_found')
  await expect(bot.apiCall('users.info', { users: 'U1,'.repeat(101) })).rejects.toThrow('too_many_users')
})

it('how many people are in a group is a number, told where it was asked for', async () => {
  const counted = await bot.usergroups.list({ include_count: true })
  expect(counted.usergroups?.map(({ user_count }) => user_count)).toEqual([6, 6, 3, 3, 500])
  expect((await bot.usergroups.list()).usergroups?.[0]).not.toHaveProperty('user_count')
  await driver.act({ do: 'usergroup', id: 'csirt', users: ['tanaka'] })
  expect(told.find(({ type }) => type === 'subteam_members_changed')).toMatchObject({
    added_users_count: 1,
    removed_users_count: 3,
  })
})
