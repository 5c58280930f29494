import { WebClient } from '@slack/web-api'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isRecorded, unlikeRecorded } from '../../coverage/index.ts'
import { createSandbox, type Sandbox } from '../index.ts'
import { createDriver } from '../testing/driver.ts'
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
})
afterAll(() => sandbox.close())

it('what happens in a workspace is told in the types in which the real Slack tells it', () => {
  const names = [...new Set(told.map(({ name }) => name))].filter((name) => isRecorded('event', name))
  expect(names.sort()).toEqual([
    'app_home_opened',
    'app_mention',
    'channel_archive',
    'channel_created',
    'channel_rename',
    'channel_unarchive',
    'file_shared',
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
