import { WebClient } from '@slack/web-api'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../index.ts'
import { createDriver } from '../testing/driver.ts'
import { formOf } from '../testing/form.ts'

let sandbox: Sandbox
const channel = 'C0GENERAL'
const tanaka = { recipient_user_id: 'U0TANAKA', recipient_team_id: 'T0SANDBOX' }

async function call(method: string, args: Record<string, unknown>) {
  const headers = { authorization: 'Bearer xoxb-sandbox' }
  const response = await fetch(`${sandbox.url}/api/${method}`, { method: 'POST', headers, body: formOf(args) })
  return (await response.json()) as { ok: boolean; error?: string; ts?: string; message?: { text: string } }
}

/** A message as people see it. */
async function seen(ts: string | undefined) {
  const { channels } = await createDriver(sandbox.url).state()
  return channels.find(({ id }) => id === channel)?.messages.find((each) => each.ts === ts)
}

/** What a person posts; answers its ts. */
async function says(text: string): Promise<string> {
  const posted = await createDriver(sandbox.url).act({ as: 'tanaka', do: 'post', channel, text })
  if (!posted.ok || !posted.ts) throw new Error(JSON.stringify(posted))
  return posted.ts
}

beforeAll(async () => {
  sandbox = await createSandbox({ rateLimits: false })
})
afterAll(() => sandbox.close())

it('a message grows while it is written, and no more once it is ended', async () => {
  const { ts } = await call('chat.startStream', { channel, ...tanaka, markdown_text: '調べて' })
  await call('chat.appendStream', { channel, ts, markdown_text: 'います' })
  expect(await seen(ts)).toMatchObject({ text: '調べています' })
  const ended = await call('chat.stopStream', { channel, ts, markdown_text: '。' })
  expect(ended).toMatchObject({ ok: true, message: { text: '調べています。' } })
  const late = await call('chat.appendStream', { channel, ts, markdown_text: '!' })
  expect(late.error).toBe('message_not_in_streaming_state')
  expect(await seen(ts)).toMatchObject({ text: '調べています。' })
})

it('Slack’s own helper for streams writes text, tasks and a plan', async () => {
  const client = new WebClient('xoxb-sandbox', { slackApiUrl: `${sandbox.url}/api/` })
  const stream = client.chatStream({ channel, thread_ts: await says('質問'), ...tanaka, buffer_size: 1 })
  await stream.append({ markdown_text: '調べて' })
  await stream.append({ chunks: [{ type: 'plan_update', title: '手順' }] })
  const task = { type: 'task_update' as const, id: 't1', title: 'ログを見る' }
  await stream.append({ chunks: [{ ...task, status: 'in_progress', details: '3 台' }] })
  await stream.append({ chunks: [{ ...task, status: 'complete' }] })
  const { ts } = await stream.stop({ markdown_text: 'います' })
  const details = { elements: [{ elements: [{ text: '3 台' }] }] }
  expect(await seen(ts)).toMatchObject({
    text: '調べています',
    blocks: [
      { type: 'plan', title: '手順', tasks: [{ task_id: 't1', status: 'complete', details }] },
      { type: 'markdown', text: '調べています' },
    ],
  })
  const { ts: open } = await call('chat.startStream', { channel, ...tanaka })
  for (const chunks of [[{ type: 'song' }], [{ ...task, status: 'odd' }], 'x'])
    expect((await call('chat.appendStream', { channel, ts: open, chunks })).error).toMatch(
      /^invalid_(chunks|arguments)$/,
    )
})

it('says for whom it is in a channel, and goes on in its own messages only', async () => {
  const nobody = await call('chat.startStream', { channel, markdown_text: 'x' })
  expect(nobody.error).toBe('missing_recipient_user_id')
  const stranger = { ...tanaka, recipient_user_id: 'U0NOBODY' }
  expect((await call('chat.startStream', { channel, ...stranger })).error).toBe('user_not_found')
  const ts = await says('人の投稿')
  expect((await call('chat.appendStream', { channel, ts, markdown_text: 'x' })).error).toBe('message_not_owned_by_app')
})

it('an app shows what a link leads to, under the message that holds it', async () => {
  const link = 'https://status.example.com/1?a=1&b=2'
  const ts = await says({ as: 'tanaka', do: 'post', channel, text: `見て <${link}>` }.text)
  const unfurls = (title: string) => ({ channel, ts, unfurls: { [link]: { title } } })
  expect(await call('chat.unfurl', unfurls('状況'))).toMatchObject({ ok: true })
  expect((await call('chat.unfurl', unfurls('新しい状況'))).ok).toBe(true)
  const { attachments } = (await seen(ts)) ?? {}
  expect(JSON.stringify(attachments)).toContain('新しい状況')
  expect(JSON.stringify(attachments)).not.toContain('"状況"')
  const other = { channel, ts, unfurls: { 'https://other.example.com/': { title: 'x' } } }
  expect((await call('chat.unfurl', other)).error).toBe('cannot_unfurl_url')
  expect((await call('chat.unfurl', { channel, ts: '1.1', unfurls: {} })).error).toBe('cannot_find_message')
  expect((await call('chat.unfurl', { channel, unfurls: {} })).error).toBe('missing_ts')
})
