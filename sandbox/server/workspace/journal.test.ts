import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { State } from '../../protocol.ts'
import { createSandbox, type Sandbox } from '../index.ts'
import { createDriver } from '../testing/driver.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const begin = () => createSandbox({ dataDir: folder, rateLimits: false })
const picture = async (sandbox: Sandbox): Promise<Omit<State, 'seq'>> => {
  const { seq: _seq, ...rest } = await createDriver(sandbox.url).state()
  return rest
}

/** Something of everything that the workspace keeps. */
async function live(sandbox: Sandbox): Promise<void> {
  const bot = new WebClient('xoxb-sandbox', { slackApiUrl: `${sandbox.url}/api/` })
  const driver = createDriver(sandbox.url)
  const { channel } = await bot.conversations.create({ name: 'サービスa-20261123i' })
  const id = channel?.id ?? ''
  await bot.conversations.invite({ channel: id, users: 'U0TANAKA,U0SATO' })
  await bot.conversations.rename({ channel: id, name: 'サービスa-20261123i-2' })
  const metadata = { event_type: 'sssbot_slot', event_payload: { incident: '1', slot: 'card' } }
  const { ts = '' } = await bot.chat.postMessage({ channel: id, text: 'カード', metadata })
  await bot.chat.postMessage({ channel: id, text: '返事', thread_ts: ts })
  const gone = await bot.chat.postMessage({ channel: id, text: '消えるもの' })
  await bot.chat.delete({ channel: id, ts: gone.ts ?? '' })
  await bot.chat.update({ channel: id, ts, text: 'カード 2' })
  await bot.pins.add({ channel: id, timestamp: ts })
  await bot.reactions.add({ channel: id, timestamp: ts, name: 'eyes' })
  await bot.bookmarks.add({ channel_id: id, title: 'ボード', type: 'link', link: 'https://example.com' })
  await bot.chat.postEphemeral({ channel: id, user: 'U0TANAKA', text: 'あなただけに' })
  await bot.views.publish({ user_id: 'U0TANAKA', view: { type: 'home', blocks: [{ type: 'divider' }] } })
  await driver.act({ as: 'tanaka', do: 'mark_read', channel: id, ts })
  await driver.act({ do: 'deactivate', user: 'bob' })
  await driver.act({ do: 'usergroup', id: 'csirt', users: ['kato'] })
  await driver.act({ as: 'kato', do: 'archive', channel: '#csirt' })
}

it('the workspace is as it was after a restart', async () => {
  const first = await begin()
  await live(first)
  const before = await picture(first)
  await first.close()
  const second = await begin()
  expect(await picture(second)).toEqual(before)
  const bot = new WebClient('xoxb-sandbox', { slackApiUrl: `${second.url}/api/` })
  const { channels = [] } = await bot.users.conversations({ limit: 200 })
  const id = channels.find((channel) => channel.name === 'サービスa-20261123i-2')?.id ?? ''
  const { messages = [] } = await bot.conversations.history({ channel: id, include_all_metadata: true })
  expect(messages.find((message) => message.text === 'カード 2')?.metadata?.event_payload).toEqual({
    incident: '1',
    slot: 'card',
  })
  await second.close()
})

it('what was answered is on disk at once, and a line cut short by a kill is left out', async () => {
  const killed = await begin()
  await live(killed)
  const before = await picture(killed)
  appendFileSync(join(folder, 'workspace.jsonl'), '{"is":"message","channel":"C0GENERAL","mess')
  const next = await begin()
  expect(await picture(next)).toEqual(before)
  await next.close()
  await killed.close()
})

it('a reset restores the seed, on disk too', async () => {
  const first = await begin()
  const seed = await picture(first)
  await live(first)
  await createDriver(first.url).reset()
  await first.close()
  const second = await begin()
  const names = (state: Omit<State, 'seq'>) =>
    state.channels.map((channel) => [channel.name, channel.messages.map((message) => message.text)])
  expect(names(await picture(second))).toEqual(names(seed))
  await second.close()
})
