import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../index.ts'
import { createDriver, type Driver } from '../testing/driver.ts'

let sandbox: Sandbox
let driver: Driver
let bot: WebClient

const as = (handle: string) => new WebClient(`xoxp-${handle}`, { slackApiUrl: `${sandbox.url}/api/` })
const refusal = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'ok',
    (error) => error.data?.error ?? error,
  )
const create = async (name: string, is_private = false) =>
  (await bot.conversations.create({ name, is_private })).channel?.id ?? ''

beforeEach(async () => {
  sandbox = await createSandbox({ rateLimits: false })
  driver = createDriver(sandbox.url)
  bot = new WebClient('xoxb-sandbox', { slackApiUrl: `${sandbox.url}/api/`, retryConfig: { retries: 0 } })
})
afterEach(() => sandbox.close())

it.each([
  ['サービスa-20261123i', 'ok'],
  ['General', 'invalid_name_specials'],
  ['サービスＡ', 'invalid_name_specials'],
  ['a b', 'invalid_name_specials'],
  ['incident!', 'invalid_name_specials'],
  ['', 'invalid_name_required'],
  ['--', 'invalid_name_punctuation'],
  ['a'.repeat(81), 'invalid_name_maxlength'],
  ['a'.repeat(80), 'ok'],
  ['csirt', 'name_taken'],
])('a channel named %j answers %s', async (name, answer) => {
  expect(await refusal(bot.conversations.create({ name }))).toBe(answer)
})

it('of two who create the same name at the same time one succeeds', async () => {
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => refusal(bot.conversations.create({ name: 'race' }))),
  )
  expect(answers.sort()).toEqual(['name_taken', 'name_taken', 'name_taken', 'name_taken', 'ok'])
})

it('an archived channel keeps its name, loses the bot, takes no posts, and is unarchived by a person', async () => {
  const channel = await create('old')
  await bot.conversations.invite({ channel, users: 'U0TANAKA' })
  await bot.conversations.archive({ channel })
  expect(await refusal(bot.conversations.archive({ channel }))).toBe('already_archived')
  expect(await refusal(bot.conversations.unarchive({ channel }))).toBe('not_in_channel')
  expect(await refusal(bot.chat.postMessage({ channel, text: 'x' }))).toBe('is_archived')
  expect(await refusal(bot.conversations.create({ name: 'old' }))).toBe('name_taken')
  expect((await bot.conversations.info({ channel })).channel).toMatchObject({ is_archived: true, is_member: false })
  expect(await driver.act({ as: 'tanaka', do: 'unarchive', channel })).toMatchObject({ ok: true })
  expect(await refusal(bot.conversations.setTopic({ channel, topic: 'x' }))).toBe('not_in_channel')
  expect(await refusal(bot.conversations.join({ channel }))).toBe('ok')
})

it('inviting one who cannot come invites nobody, unless forced', async () => {
  const channel = await create('mixed')
  const users = 'U0TANAKA,U0GUESTMORI,U0OGAWA'
  await expect(bot.conversations.invite({ channel, users })).rejects.toMatchObject({
    data: {
      error: 'user_is_restricted',
      errors: [
        { user: 'U0GUESTMORI', ok: false, error: 'user_is_restricted' },
        { user: 'U0OGAWA', error: 'user_not_found' },
      ],
    },
  })
  expect(sandbox.workspace.channel(channel)?.members).toEqual(new Set(['U0SSSBOT01']))
  await bot.conversations.invite({ channel, users, force: true })
  expect(sandbox.workspace.channel(channel)?.members).toEqual(new Set(['U0SSSBOT01', 'U0TANAKA']))
  expect(await refusal(bot.conversations.invite({ channel, users: 'U0TANAKA' }))).toBe('already_in_channel')
  expect(await refusal(bot.conversations.invite({ channel, users: 'U0SSSBOT01' }))).toBe('cant_invite_self')
  const many = Array.from({ length: 101 }, (_, index) => `U0MEMBER${String(index + 1).padStart(3, '0')}`).join(',')
  expect(await refusal(bot.conversations.invite({ channel, users: many }))).toBe('invalid_arguments')
})

it('a private channel does not exist for those outside', async () => {
  expect(await refusal(bot.conversations.info({ channel: 'C0CSIRT' }))).toBe('channel_not_found')
  expect(await refusal(bot.chat.postMessage({ channel: 'C0CSIRT', text: 'x' }))).toBe('channel_not_found')
  expect(await refusal(as('tanaka').conversations.history({ channel: 'C0CSIRT' }))).toBe('channel_not_found')
  expect(await refusal(as('kato').conversations.history({ channel: 'C0CSIRT' }))).toBe('ok')
})

it("a public channel takes the bot's posts from outside, but shows it no history", async () => {
  expect(await refusal(bot.chat.postMessage({ channel: 'C0EXECUTIVES', text: 'x' }))).toBe('ok')
  expect(await refusal(bot.conversations.history({ channel: 'C0EXECUTIVES' }))).toBe('not_in_channel')
  expect(await refusal(as('tanaka').chat.postMessage({ channel: 'C0EXECUTIVES', text: 'x' }))).toBe('not_in_channel')
})

it('history pages newest first, without replies, and shows metadata only when asked', async () => {
  const channel = await create('paged')
  const metadata = { event_type: 'sssbot_slot', event_payload: { incident: '1', slot: 'card' } }
  const { ts: first = '' } = await bot.chat.postMessage({ channel, text: '1', metadata })
  await bot.chat.postMessage({ channel, text: 'reply', thread_ts: first })
  await bot.chat.postMessage({ channel, text: 'also here', thread_ts: first, reply_broadcast: true })
  await bot.chat.postMessage({ channel, text: '2' })
  const page = await bot.conversations.history({ channel, limit: 2 })
  expect(page.messages?.map((message) => message.text)).toEqual(['2', 'also here'])
  const cursor = page.response_metadata?.next_cursor ?? ''
  const rest = await bot.conversations.history({ channel, cursor, include_all_metadata: true })
  expect(rest.messages?.[0]).toMatchObject({ text: '1', metadata, reply_count: 2 })
  expect(
    (await bot.conversations.history({ channel, oldest: first, inclusive: true, latest: first })).messages,
  ).toMatchObject([{ ts: first }])
  const thread = await bot.conversations.replies({ channel, ts: first })
  expect(thread.messages?.map((message) => message.text)).toEqual(['1', 'reply', 'also here'])
  expect(thread.messages?.[0]?.metadata).toEqual({ event_type: 'sssbot_slot' })
})

it('only its author changes or deletes a message', async () => {
  const { ts = '' } = await as('tanaka').chat.postMessage({ channel: 'C0GENERAL', text: 'わたしの' })
  expect(await refusal(bot.chat.update({ channel: 'C0GENERAL', ts, text: 'x' }))).toBe('cant_update_message')
  expect(await refusal(bot.chat.delete({ channel: 'C0GENERAL', ts }))).toBe('cant_delete_message')
  expect(await refusal(bot.chat.update({ channel: 'C0GENERAL', ts: '1.000001', text: 'x' }))).toBe('message_not_found')
  expect(await driver.act({ as: 'sato', do: 'edit', channel: '#general', ts, text: 'x' })).toMatchObject({
    ok: false,
    error: 'このメッセージは編集できません。',
  })
})

it('pins and reactions answer what is there already', async () => {
  const { ts: timestamp = '' } = await bot.chat.postMessage({ channel: 'C0GENERAL', text: 'x' })
  const item = { channel: 'C0GENERAL', timestamp }
  expect(await refusal(bot.pins.add(item))).toBe('ok')
  expect(await refusal(bot.pins.add(item))).toBe('already_pinned')
  expect(await refusal(bot.reactions.add({ ...item, name: 'eyes' }))).toBe('ok')
  expect(await refusal(bot.reactions.add({ ...item, name: 'eyes' }))).toBe('already_reacted')
  expect(await refusal(bot.reactions.remove({ ...item, name: 'tada' }))).toBe('no_reaction')
  expect(await refusal(bot.reactions.add({ channel: 'C0GENERAL', timestamp: 'now', name: 'eyes' }))).toBe(
    'bad_timestamp',
  )
  const general = (await driver.state()).channels.find((channel) => channel.name === 'general')
  expect(general?.pins).toEqual([timestamp])
  expect(general?.messages.at(-1)?.subtype).toBe('pinned_item')
})

it('bad blocks are refused as Slack refuses them', async () => {
  const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } }] as const
  await expect(bot.chat.postMessage({ channel: 'C0GENERAL', text: 'x', blocks: [...blocks] })).rejects.toMatchObject({
    data: {
      error: 'invalid_blocks',
      response_metadata: { messages: [expect.stringContaining('json-pointer:/blocks/0')] },
    },
  })
  expect(await refusal(bot.apiCall('chat.postMessage', { channel: 'C0GENERAL' }))).toBe('no_text')
  expect(await refusal(bot.apiCall('chat.postMessage', { text: 'x' }))).toBe('invalid_arguments')
})

it("what a person types is sent as Slack's client sends it", async () => {
  const text = '@sssbot @tanaka #service-a @service-a <b> & `@sato` https://example.com/?a=1&b=2'
  await driver.act({ as: 'alice', do: 'post', channel: '#general', text })
  expect((await driver.messages('general')).at(-1)?.text).toBe(
    '<@U0SSSBOT01> <@U0TANAKA> <#C0SERVICEA|service-a> <!subteam^S0SERVICEA> &lt;b&gt; &amp; `@sato` <https://example.com/?a=1&amp;b=2>',
  )
})

it('an update keeps what it leaves out: metadata, and blocks unless a text takes their place', async () => {
  const metadata = { event_type: 'sssbot_slot', event_payload: { incident: '1', slot: 'card' } }
  const blocks = [{ type: 'divider' as const }]
  const { ts = '' } = await bot.chat.postMessage({ channel: 'C0GENERAL', text: '1', blocks, metadata })
  const now = async () => (await driver.messages('general')).find((message) => message.ts === ts)
  await bot.apiCall('chat.update', { channel: 'C0GENERAL', ts, blocks: [{ type: 'divider', block_id: 'b' }] })
  expect(await now()).toMatchObject({ text: '1', blocks: [{ block_id: 'b' }], metadata })
  expect((await now())?.edited).toBeUndefined()
  await bot.chat.update({ channel: 'C0GENERAL', ts, text: '2' })
  expect(await now()).toMatchObject({ text: '2', metadata, edited: { user: 'U0SSSBOT01' } })
  expect((await now())?.blocks).toBeUndefined()
  await bot.apiCall('chat.update', { channel: 'C0GENERAL', ts, metadata: {} })
  expect((await now())?.metadata).toBeUndefined()
  expect(await refusal(bot.chat.update({ channel: 'C0GENERAL', ts, text: 'x'.repeat(4001) }))).toBe('msg_too_long')
})

it('a person may add a guest whom the app may not', async () => {
  expect(await driver.act({ as: 'tanaka', do: 'invite', channel: '#service-a', users: ['guest-mori'] })).toMatchObject({
    ok: true,
  })
})

it('a private channel that is shared with another company is another one by its id, with all that stood in it', async () => {
  const before = await create('m-and-a', true)
  await bot.conversations.invite({ channel: before, users: 'U0TANAKA' })
  const { ts = '' } = await bot.chat.postMessage({ channel: before, text: 'x' })
  await bot.pins.add({ channel: before, timestamp: ts })
  expect(await driver.act({ as: 'tanaka', do: 'share', channel: before })).toMatchObject({ ok: true })
  const { id = '' } = (await driver.state()).channels.find(({ name }) => name === 'm-and-a') ?? {}
  expect(id).not.toBe(before)
  expect(await refusal(bot.chat.postMessage({ channel: before, text: 'y' }))).toBe('channel_not_found')
  expect(await refusal(bot.conversations.info({ channel: before }))).toBe('channel_not_found')
  expect((await bot.conversations.info({ channel: id })).channel).toMatchObject({
    is_ext_shared: true,
    name: 'm-and-a',
  })
  expect(await refusal(bot.chat.update({ channel: id, ts, text: 'z' }))).toBe('ok')
  expect((await bot.pins.list({ channel: id })).items).toHaveLength(1)
  expect(await driver.act({ as: 'tanaka', do: 'share', channel: id })).toMatchObject({ ok: false })
})

it('a public channel that is shared keeps its id', async () => {
  const before = await create('open-talk')
  await bot.conversations.invite({ channel: before, users: 'U0TANAKA' })
  await driver.act({ as: 'tanaka', do: 'share', channel: before })
  expect((await bot.conversations.info({ channel: before })).channel).toMatchObject({ is_ext_shared: true })
})
