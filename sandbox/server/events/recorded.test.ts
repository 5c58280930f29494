import { WebClient } from '@slack/web-api'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isRecorded, unlikeRecorded } from '../../coverage/index.ts'
import { createSandbox, type Sandbox } from '../index.ts'
import { createDriver } from '../testing/driver.ts'
import { socketStory } from '../testing/test-app.ts'
import type { SlackEvent } from '../workspace/workspace.ts'
import { eventCallback } from './envelope.ts'

const told: { name: string; envelope: unknown }[] = []
let sandbox: Sandbox

/** The file that the recorded payload stands in. */
function nameOf({ type, subtype }: SlackEvent): string {
  if (type !== 'message' || subtype === undefined) return type
  return subtype === 'bot_message'
    ? 'message_bot'
    : String(subtype).startsWith('message_')
      ? String(subtype)
      : `message_${subtype}`
}

beforeAll(async () => {
  sandbox = await createSandbox({ rateLimits: false })
  const { workspace } = sandbox
  const { happened, ...others } = workspace.watchers
  workspace.watchers = {
    ...others,
    happened(event, channel, botWasIn) {
      told.push({ name: nameOf(event), envelope: eventCallback(workspace, event, channel) })
      happened(event, channel, botWasIn)
    },
  }
  const driver = createDriver(sandbox.url)
  const bot = new WebClient('xoxb-sandbox', { slackApiUrl: `${sandbox.url}/api/` })
  const { channel } = await bot.conversations.create({ name: 'events' })
  const here = channel?.id ?? ''
  await bot.conversations.invite({ channel: here, users: 'U0TANAKA,U0SATO' })
  const metadata = { event_type: 'slot', event_payload: { a: 'b' } }
  const { ts = '' } = await bot.chat.postMessage({ channel: here, text: '*太字* <@U0TANAKA>', metadata })
  await bot.chat.postMessage({ channel: here, text: 'x', username: 'さくら' })
  await bot.chat.postMessage({ channel: here, text: 'y', thread_ts: ts, reply_broadcast: true })
  const said = await driver.act({ do: 'post', as: 'tanaka', channel: here, text: '@sssbot https://example.com を見て' })
  const theirs = said.ok ? (said.ts ?? '') : ''
  await driver.act({ do: 'react', as: 'sato', channel: here, ts, name: 'eyes' })
  await driver.act({ do: 'unreact', as: 'sato', channel: here, ts, name: 'eyes' })
  await driver.act({ do: 'pin', as: 'sato', channel: here, ts })
  await driver.act({ do: 'unpin', as: 'sato', channel: here, ts })
  await driver.act({ do: 'edit', as: 'tanaka', channel: here, ts: theirs, text: '直しました' })
  await driver.act({ do: 'delete', as: 'tanaka', channel: here, ts: theirs })
  await driver.act({ do: 'topic', as: 'tanaka', channel: here, text: '話題' })
  await driver.act({ do: 'purpose', as: 'tanaka', channel: here, text: '目的' })
  await driver.act({ do: 'rename', as: 'tanaka', channel: here, name: 'events-2' })
  await driver.act({ do: 'leave', as: 'sato', channel: here })
  await bot.filesUploadV2({ channel_id: here, file: Buffer.from('abc'), filename: 'a.txt' })
  await driver.act({ do: 'open_home', as: 'tanaka' })
  await driver.act({ do: 'usergroup', id: 'csirt', users: ['tanaka'] })
  await driver.act({ do: 'deactivate', user: 'bob' })
  await driver.act({ do: 'archive', as: 'tanaka', channel: here })
  await driver.act({ do: 'unarchive', as: 'tanaka', channel: here })
  const { channel: closed } = await bot.conversations.create({ name: 'closed', is_private: true })
  await bot.conversations.invite({ channel: closed?.id ?? '', users: 'U0TANAKA' })
  await driver.act({ do: 'share', as: 'tanaka', channel: '#closed' })
  await driver.act({ do: 'delete_channel', as: 'tanaka', channel: '#closed' })
  await driver.act({ do: 'delete_channel', as: 'tanaka', channel: '#drills' })
})
afterAll(() => sandbox.close())

it('what people do with the app is told in those types, too', async () => {
  await using story = await socketStory()
  const heard: { name: string; body: unknown }[] = []
  const form = { type: 'modal', callback_id: 'f', notify_on_close: true } as const
  const text = (words: string) => ({ type: 'plain_text' as const, text: words })
  const blocks = [
    {
      type: 'input' as const,
      block_id: 'what',
      label: text('何'),
      element: { type: 'plain_text_input' as const, action_id: 'w' },
    },
  ]
  story.app.use(async ({ body, next }) => {
    const name = 'command' in body ? 'slash_commands' : 'type' in body ? String(body.type) : ''
    if (isRecorded('interaction', name)) heard.push({ name, body: structuredClone(body) })
    await next()
  })
  story.app.action('go', ({ ack }) => ack())
  story.app.command('/incident', ({ ack }) => ack())
  story.app.view({ callback_id: 'f', type: 'view_closed' }, ({ ack }) => ack())
  story.app.view('f', ({ ack }) => ack())
  story.app.shortcut('incident.declare.from_message', async ({ ack, body, client }) => {
    await ack()
    const view = { ...form, title: text('題'), submit: text('送信'), blocks }
    await client.views.open({ trigger_id: body.trigger_id, view })
  })
  await story.start()
  const button = { type: 'button', action_id: 'go', text: text('Go') } as const
  const actions = [{ type: 'actions' as const, elements: [button] }]
  const { ts } = await story.app.client.chat.postMessage({ channel: 'C0GENERAL', text: 'x', blocks: actions })
  const here = { as: 'tanaka', channel: '#general' } as const
  const callback_id = 'incident.declare.from_message'
  await story.driver.act({ do: 'click', ...here, ts, action_id: 'go' })
  await story.driver.act({ do: 'command', ...here, command: '/incident' })
  for (const last of ['close', 'submit'] as const) {
    await story.driver.act({ do: 'message_shortcut', ...here, ts, callback_id })
    await expect.poll(async () => (await story.driver.state()).views.U0TANAKA).toBeTruthy()
    const view = (await story.driver.state()).views.U0TANAKA
    await story.driver.act({
      do: last,
      as: 'tanaka',
      view_id: view?.id,
      ...(last === 'submit' ? { values: { what: 'x' } } : {}),
    })
  }
  expect([...new Set(heard.map(({ name }) => name))].sort()).toEqual([
    'block_actions',
    'message_action',
    'slash_commands',
    'view_closed',
    'view_submission',
  ])
  expect(heard.flatMap(({ name, body }) => unlikeRecorded('interaction', name, body))).toEqual([])
})

it('what happens in a workspace is told in the types in which the real Slack tells it', () => {
  const names = [...new Set(told.map(({ name }) => name))].filter((name) => isRecorded('event', name))
  expect(names.sort()).toEqual([
    'app_home_opened',
    'app_mention',
    'channel_archive',
    'channel_created',
    'channel_deleted',
    'channel_id_changed',
    'channel_rename',
    'channel_shared',
    'channel_unarchive',
    'file_shared',
    'group_deleted',
    'member_joined_channel',
    'member_left_channel',
    'message',
    'message_bot',
    'message_changed',
    'message_channel_archive',
    'message_channel_join',
    'message_channel_leave',
    'message_channel_name',
    'message_channel_purpose',
    'message_channel_topic',
    'message_channel_unarchive',
    'message_deleted',
    'message_file_share',
    'message_thread_broadcast',
    'pin_added',
    'pin_removed',
    'reaction_added',
    'reaction_removed',
    'subteam_members_changed',
    'subteam_updated',
    'user_change',
  ])
  const unlike = told.flatMap(({ name, envelope }) =>
    unlikeRecorded('event', name, envelope).map((each) => `${name} ${each}`),
  )
  expect([...new Set(unlike)]).toEqual([])
})
