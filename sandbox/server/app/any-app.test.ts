import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, LogLevel, SocketModeReceiver } from '@slack/bolt'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { stringify } from 'yaml'
import type { AppInfo } from '../../protocol.ts'
import { createDriver } from '../testing/driver.ts'

/** A small app that somebody brings: a form with a choice made, a command that escapes names, shortcuts, a home. */
const manifest = {
  display_information: { name: 'Lunch Bot' },
  features: {
    app_home: { home_tab_enabled: true },
    bot_user: { display_name: 'Lunch Bot' },
    slash_commands: [
      { command: '/lunch', description: 'Order lunch', should_escape: true },
      { command: '/raw', description: 'As it was typed' },
    ],
    shortcuts: [
      { name: 'Order lunch', type: 'global', callback_id: 'order', description: 'Opens the form' },
      { name: 'Quote', type: 'message', callback_id: 'quote', description: 'Quotes the message' },
    ],
  },
  oauth_config: { scopes: { bot: ['chat:write', 'commands', 'app_mentions:read'] } },
  settings: {
    socket_mode_enabled: true,
    interactivity: { is_enabled: true },
    event_subscriptions: { bot_events: ['app_home_opened', 'app_mention'] },
  },
}

const dishes = ['soba', 'curry'].map((value) => ({ text: { type: 'plain_text' as const, text: value }, value }))

const orderForm = {
  type: 'modal' as const,
  callback_id: 'order',
  title: { type: 'plain_text' as const, text: 'Lunch' },
  submit: { type: 'plain_text' as const, text: 'Order' },
  blocks: [
    {
      type: 'input' as const,
      block_id: 'dish',
      label: { type: 'plain_text' as const, text: 'Dish' },
      // Without `emoji`, as Slack's own examples have it.
      element: { type: 'static_select' as const, action_id: 'dish', options: dishes, initial_option: dishes[1] },
    },
  ],
}

let folder = ''
let ends: (() => Promise<unknown>)[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-any-app-'))
})
afterEach(async () => {
  for (const end of ends.reverse()) await end()
  ends = []
  rmSync(folder, { recursive: true })
})

/** The sandbox as a command, with what it says on its start. */
async function started(...args: string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../main.ts'), ...args], {
    env: { PATH: process.env.PATH ?? '', SSSBOT_DATA: folder, SANDBOX_PORT: '0', SANDBOX_RATE_LIMITS: 'off' },
  })
  let said = ''
  child.stdout.on('data', (data) => {
    said += String(data)
  })
  const ended = once(child, 'exit')
  ends.push(async () => {
    child.kill('SIGTERM')
    await ended
  })
  await expect.poll(() => said, { timeout: 20_000 }).toMatch(/http:\S+\n/)
  const url = /http:\S+/.exec(said)?.[0] ?? ''
  return { url, driver: createDriver(url), said: () => said, child, ended }
}

function written(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, name.endsWith('.json') ? JSON.stringify(content) : stringify(content))
  return path
}

/** The app itself, as its author wrote it: nothing of it is for the sandbox but the address. */
async function lunchBot(url: string): Promise<{ texts: string[] }> {
  const clientOptions = { slackApiUrl: `${url}/api/` }
  const receiver = new SocketModeReceiver({
    appToken: 'xapp-sandbox',
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions },
  })
  const app = new App({ token: 'xoxb-sandbox', receiver, logLevel: LogLevel.ERROR, clientOptions })
  const texts: string[] = []
  for (const name of ['/lunch', '/raw'])
    app.command(name, async ({ ack, command }) => {
      texts.push(command.text)
      await ack(`ordered: ${command.text}`)
    })
  app.shortcut({ callback_id: 'order', type: 'shortcut' }, async ({ ack, shortcut, client }) => {
    await ack()
    await client.views.open({ trigger_id: shortcut.trigger_id, view: orderForm })
  })
  app.shortcut({ callback_id: 'quote', type: 'message_action' }, async ({ ack, shortcut, say }) => {
    await ack()
    if (shortcut.type === 'message_action') await say(`> ${shortcut.message.text}`)
  })
  app.view('order', async ({ ack, view, body, client }) => {
    await ack()
    const dish = view.state.values.dish?.dish?.selected_option?.value
    await client.chat.postMessage({ channel: body.user.id, text: `One ${dish}` })
  })
  app.event('app_home_opened', async ({ event, client }) => {
    const blocks = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text: 'Hungry?' } }]
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
  })
  await app.start()
  ends.push(() => receiver.client.disconnect())
  return { texts }
}

it("somebody's own Bolt app runs with its manifest and nothing changed but the address", async () => {
  const { url, driver, said } = await started('--manifest', written('manifest.yaml', manifest))
  await expect.poll(said).toContain('Lunch Bot (@lunch_bot) · /lunch')
  const { texts } = await lunchBot(url)
  const command = (name: string, text: string) =>
    driver.act({ as: 'alice', do: 'command', channel: '#general', command: name, text })
  expect(await command('/lunch', 'with @tanaka in #general')).toMatchObject({ ok: true })
  expect(await command('/raw', 'with @tanaka')).toMatchObject({ ok: true })
  expect(texts).toEqual(['with <@U0TANAKA|tanaka> in <#C0GENERAL|general>', 'with @tanaka'])
  expect(await command('/incident', '')).toMatchObject({ ok: false, code: 'no_such_command' })

  await driver.act({ as: 'alice', do: 'shortcut', callback_id: 'order' })
  await expect.poll(async () => (await driver.state()).views.U0ALICE?.values).toEqual({ dish: 'curry' })
  const { views } = await driver.state()
  await driver.act({ as: 'alice', do: 'submit', view_id: views.U0ALICE?.id })
  const direct = async () => (await driver.state()).channels.find(({ is_im, user }) => is_im && user === 'U0ALICE')
  await expect.poll(async () => (await direct())?.messages.map(({ text }) => text)).toEqual(['One curry'])

  const { ts } = (await driver.act({ as: 'bob', do: 'post', channel: '#dev-all', text: 'food!' })) as { ts: string }
  await driver.act({ as: 'bob', do: 'message_shortcut', callback_id: 'quote', channel: '#dev-all', ts })
  await expect.poll(async () => (await driver.messages('dev-all')).at(-1)?.text).toContain('food!')
  await driver.act({ as: 'bob', do: 'open_home' })
  await expect.poll(async () => (await driver.state()).homes.U0BOB?.blocks.length).toBe(1)
})

it('nothing in its workspace speaks of the bot of this project, and its scopes are all it has', async () => {
  const { url, driver } = await started(`--manifest=${written('manifest.json', manifest)}`)
  const state = await driver.state()
  expect(JSON.stringify(state.channels.flatMap(({ messages }) => messages))).not.toContain('sssbot')
  expect(state.users.find(({ id }) => id === 'U0SSSBOT01')).toMatchObject({ name: 'lunch_bot', real_name: 'Lunch Bot' })
  const info = (await (await fetch(`${url}/_sandbox/app`)).json()) as AppInfo
  expect(info).toMatchObject({ name: 'Lunch Bot', is_ours: false, has_home: true })
  const headers = { authorization: 'Bearer xoxb-sandbox' }
  const answer = await (await fetch(`${url}/api/users.list`, { headers })).json()
  expect(answer).toMatchObject({ error: 'missing_scope', needed: 'users:read' })
})

it('a manifest wins over the app of a kept workspace, whose messages stay, and says so', async () => {
  const first = await started()
  await first.driver.act({ as: 'ito', do: 'post', channel: '#general', text: 'kept' })
  first.child.kill('SIGTERM')
  await first.ended
  const path = written('manifest.yaml', manifest)
  const second = await started('--manifest', path)
  await expect.poll(second.said).toContain('kept for the app "sssbot": "Lunch Bot" takes its place')
  expect((await second.driver.messages('general')).at(-1)?.text).toBe('kept')
  second.child.kill('SIGTERM')
  await second.ended
  written('manifest.yaml', { ...manifest, oauth_config: { scopes: { bot: ['chat:write'] } } })
  const third = await started('--manifest', path)
  await expect.poll(third.said).toContain('The scopes are those of the manifest (chat:write)')
})

it('a manifest that cannot be installed ends the start with every problem and where it lies', async () => {
  const path = written('manifest.yaml', { ...manifest, features: { slash_commands: [{ command: 'lunch' }] } })
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../main.ts'), '--manifest', path], {
    env: { PATH: process.env.PATH ?? '', SSSBOT_DATA: folder, SANDBOX_PORT: '0' },
  })
  let errors = ''
  child.stderr.on('data', (data) => {
    errors += String(data)
  })
  expect(await once(child, 'close')).toEqual([1, null])
  expect(errors).toContain(`The manifest ${path} cannot be installed:`)
  expect(errors).toMatch(/\n {2}\/features\/slash_commands\/0\/command: must begin with \//)
  expect(errors).toMatch(/\n {2}\/features\/slash_commands\/0\/description: /)
})
