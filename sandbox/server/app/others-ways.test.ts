import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { ModalView } from '@slack/web-api'
import { afterEach, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../index.ts'
import { createDriver } from '../testing/driver.ts'
import { socketStory } from '../testing/test-app.ts'
import { appFrom } from './manifest.ts'

const plain = (text: string) => ({ type: 'plain_text' as const, text })

/** What other people's apps lean on besides: an app with links of its own, in Slack's words for it. */
const manifest = (more: object = {}) =>
  appFrom(
    JSON.stringify({
      display_information: { name: 'Links' },
      features: {
        unfurl_domains: ['status.example.com'],
        shortcuts: [{ name: 'Ask', type: 'global', callback_id: 'ask', description: 'Asks for a file' }],
      },
      oauth_config: { scopes: { bot: ['chat:write', 'links:read', 'links:write', 'files:read', 'users:read'] } },
      settings: {
        socket_mode_enabled: true,
        interactivity: { is_enabled: true },
        event_subscriptions: { bot_events: ['link_shared', 'user_change', 'user_status_changed'] },
        ...more,
      },
    }),
  )

const asking: ModalView = {
  type: 'modal',
  callback_id: 'asking',
  title: plain('Ask'),
  submit: plain('Send'),
  blocks: [
    {
      type: 'input',
      block_id: 'log',
      label: plain('Log'),
      element: { type: 'file_input', action_id: 'log', filetypes: ['txt', 'csv'], max_files: 1 },
    },
  ],
}

let ends: (() => Promise<unknown> | undefined)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
  ends = []
})

it('links of the app’s own domains are told of, wherever they were posted, and shown by their handle', async () => {
  await using story = await socketStory({ app: manifest(), previews: false })
  const told: { links: unknown; is_bot_user_member: boolean; unfurl_id?: string; source?: string; channel: string }[] =
    []
  story.app.event('link_shared', async ({ event, client }) => {
    told.push(event)
    const [link] = event.links
    await client.chat.unfurl({
      unfurl_id: event.unfurl_id ?? '',
      source: 'conversations_history',
      unfurls: { [link?.url ?? '']: { title: 'Up' } },
    } as never)
  })
  await story.start()
  const text = 'See https://eu.status.example.com/1 and https://else.example.com/'
  await story.driver.act({ as: 'tanaka', do: 'post', channel: '#dev-all', text })
  await expect.poll(() => told.length).toBe(1)
  expect(told[0]).toMatchObject({
    links: [{ url: 'https://eu.status.example.com/1', domain: 'status.example.com' }],
    is_bot_user_member: story.sandbox.workspace.channelByName('dev-all')?.members.has('U0SSSBOT01'),
    source: 'conversations_history',
  })
  await expect
    .poll(async () => (await story.driver.messages('dev-all')).at(-1)?.attachments)
    .toMatchObject([{ title: 'Up' }])
  const wrong = story.app.client.chat.unfurl({
    unfurl_id: 'guess',
    source: 'conversations_history',
    unfurls: {},
  } as never)
  await expect(wrong).rejects.toThrow('invalid_unfurl_id')
})

it('a form asks for a file, and the bot fetches it', async () => {
  await using story = await socketStory({ app: manifest() })
  const got: string[] = []
  story.app.shortcut('ask', async ({ ack, body, client }) => {
    await ack()
    await client.views.open({ trigger_id: body.trigger_id, view: asking })
  })
  story.app.view('asking', async ({ ack, view }) => {
    const [file] = view.state.values.log?.log?.files ?? []
    const headers = { authorization: 'Bearer xoxb-sandbox' }
    got.push(`${file?.name}: ${await (await fetch(String(file?.url_private), { headers })).text()}`)
    await ack()
  })
  await story.start()
  await story.driver.act({ as: 'tanaka', do: 'shortcut', callback_id: 'ask' })
  const open = async () => (await story.driver.state()).views.U0TANAKA?.id
  await expect.poll(open).toBeDefined()
  const view_id = await open()
  const sends = (log: unknown) => story.driver.act({ as: 'tanaka', do: 'submit', view_id, values: { log } })
  expect(await sends([{ name: 'a.exe', content: 'x' }])).toMatchObject({
    ok: false,
    errors: { log: expect.stringContaining('txt, csv') },
  })
  expect(await sends([])).toMatchObject({ ok: false })
  expect(await sends(['F0NONE'])).toMatchObject({ ok: false })
  const two = [
    { name: 'a.txt', content: '1' },
    { name: 'b.txt', content: '2' },
  ]
  expect(await sends(two)).toMatchObject({ ok: false })
  expect(await sends([{ name: '記録.csv', content: 'id,1' }])).toMatchObject({ ok: true })
  expect(got).toEqual(['記録.csv: id,1'])
  expect(await story.app.client.files.list({})).toMatchObject({ files: [] })
})

it('somebody’s status is theirs to set, is told, and ends by itself', async () => {
  let now = Date.now()
  await using story = await socketStory({ app: manifest(), now: () => now })
  const told: unknown[] = []
  story.app.event('user_status_changed' as 'user_change', async ({ event }) => {
    told.push(event.user.profile.status_text)
  })
  await story.start()
  const { app } = story
  const tanaka = { token: 'xoxp-tanaka' }
  const status = { status_text: '障害対応中', status_emoji: ':fire:', status_expiration: Math.floor(now / 1000) + 600 }
  await app.client.users.profile.set({ ...tanaka, profile: status })
  await expect.poll(() => told).toEqual(['障害対応中'])
  const shown = async () => (await app.client.users.info({ user: 'U0TANAKA' })).user?.profile?.status_text
  expect(await shown()).toBe('障害対応中')
  now += 601_000
  expect(await shown()).toBe('')
  const refused = (profile: object, more: object = tanaka) =>
    app.client.users.profile.set({ ...more, profile } as never)
  await expect(refused({ status_emoji: 'fire' })).rejects.toThrow('profile_status_set_failed_not_emoji_syntax')
  await expect(refused({ status_text: 'x' }, { ...tanaka, user: 'U0SATO' })).rejects.toThrow('not_admin')
  await expect(refused({ status_text: 'x' }, {})).rejects.toThrow('not_allowed_token_type')
  await app.client.users.setPresence({ ...tanaka, presence: 'away' })
  expect((await app.client.users.getPresence({ user: 'U0TANAKA' })).presence).toBe('away')
})

/** An app behind an address, answering as told. */
async function behind(answer: (request: IncomingMessage, body: string, response: ServerResponse) => void): Promise<{
  server: Server
  base: string
}> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => answer(request, Buffer.concat(parts).toString(), response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  ends.push(() => new Promise((resolve) => server.close(resolve)))
  return { server, base: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` }
}

const over = async (base: string): Promise<Sandbox> => {
  const sandbox = await createSandbox({ transport: 'http', botUrl: `${base}/slack/events`, redeliveryScale: 0.0001 })
  ends.push(() => sandbox.close())
  return sandbox
}

it.each([
  ['as JSON', 'application/json', (challenge: string) => JSON.stringify({ challenge }), true],
  ['as text', 'text/plain', (challenge: string) => challenge, true],
  ['in a form', 'application/x-www-form-urlencoded', (challenge: string) => `challenge=${challenge}`, true],
  ['not at all', 'text/plain', () => 'ok', false],
])('the request URL proves itself %s', async (_, type, say, ok) => {
  const { base } = await behind((_request, body, response) => {
    response.writeHead(200, { 'content-type': type }).end(say((JSON.parse(body) as { challenge: string }).challenge))
  })
  const sandbox = await over(base)
  const verified = await fetch(`${sandbox.url}/_sandbox/verify`, { method: 'POST' })
  expect(await verified.json()).toMatchObject({ ok })
})

it('an event follows two redirects, and says when there were more', async () => {
  const met: string[] = []
  const { base } = await behind((request, body, response) => {
    met.push(`${request.url} ${request.headers['x-slack-retry-reason'] ?? '-'}`)
    const hops = Number(/hops=(\d)/.exec(body)?.[1] ?? 0)
    const done = Number(/(\d)$/.exec(request.url ?? '')?.[1] ?? 0)
    if (done < hops) response.writeHead(307, { location: `/hop/${done + 1}` }).end()
    else response.writeHead(200).end()
  })
  const sandbox = await over(base)
  const says = (text: string) => createDriver(sandbox.url).act({ as: 'tanaka', do: 'post', channel: '#general', text })
  await says('hops=2')
  expect(met).toEqual(['/slack/events -', '/hop/1 -', '/hop/2 -'])
  met.length = 0
  await says('hops=3')
  await expect.poll(() => met.some((each) => each.endsWith('too_many_redirects'))).toBe(true)
})

it('a body’s type is warned of as Slack does, and scopes stand in the headers', async () => {
  const sandbox = await createSandbox()
  ends.push(() => sandbox.close())
  const call = async (type: string, body: string) => {
    const headers = { authorization: 'Bearer xoxb-sandbox', 'content-type': type }
    const response = await fetch(`${sandbox.url}/api/chat.postMessage`, { method: 'POST', headers, body })
    return { answer: (await response.json()) as { warning?: string }, headers: response.headers }
  }
  const json = JSON.stringify({ channel: 'C0GENERAL', text: 'x' })
  const bare = await call('application/json', json)
  expect(bare.answer).toMatchObject({
    ok: true,
    warning: 'missing_charset',
    response_metadata: { warnings: ['missing_charset'] },
  })
  expect(bare.headers.get('x-oauth-scopes')).toContain('chat:write')
  expect(bare.headers.get('x-accepted-oauth-scopes')).toBe('chat:write')
  expect((await call('application/json; charset=utf-8', json)).answer).not.toHaveProperty('warning')
  const form = 'application/x-www-form-urlencoded'
  expect((await call(form, 'channel=C0GENERAL&text=x')).answer).not.toHaveProperty('warning')
  expect((await call(`${form}; charset=utf-8`, 'channel=C0GENERAL&text=x')).answer.warning).toBe('superfluous_charset')
})
