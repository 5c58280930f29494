import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../index.ts'

let sandbox: Sandbox
let bot: WebClient

const clientOf = (token: string) =>
  new WebClient(token, { slackApiUrl: `${sandbox.url}/api/`, retryConfig: { retries: 0 } })
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'ok',
    (error) => error.data.error,
  )
const markdown = (text: string) => ({ type: 'markdown' as const, markdown: text })

beforeEach(async () => {
  sandbox = await createSandbox({ rateLimits: false })
  sandbox.workspace.scopes.push('canvases:write', 'canvases:read', 'calls:write', 'calls:read')
  bot = clientOf('xoxb-sandbox')
})
afterEach(() => sandbox.close())

describe('a canvas', () => {
  it('is made, edited section by section, and read by people', async () => {
    const { canvas_id = '' } = await bot.canvases.create({
      title: '手順',
      document_content: markdown('# 手順\n\n最初に\n\n## 連絡先\n\n* 田中'),
    })
    const lookUp = async (criteria: object) =>
      (await bot.canvases.sections.lookup({ canvas_id, criteria: criteria as { contains_text: string } })).sections ??
      []
    const [contacts] = await lookUp({ section_types: ['h2'], contains_text: '連絡先' })
    expect(contacts?.id).toMatch(/^temp:C:/)
    expect(await lookUp({ section_types: ['any_header'] })).toHaveLength(2)
    const edit = (change: object) => bot.canvases.edit({ canvas_id, changes: [change] } as never)
    await edit({ operation: 'insert_after', section_id: contacts?.id, document_content: markdown('電話で') })
    await edit({ operation: 'insert_at_start', document_content: markdown('下書き') })
    await edit({ operation: 'delete', section_id: (await lookUp({ contains_text: '最初に' }))[0]?.id })
    await edit({ operation: 'rename', title_content: markdown('対応手順') })
    const page = await (await fetch(`${sandbox.url}/docs/T0SANDBOX01/${canvas_id}`)).text()
    expect(page).toContain('<h1>対応手順</h1><pre>下書き\n\n# 手順\n\n## 連絡先\n\n電話で\n\n* 田中</pre>')
    expect(await refusal(edit({ operation: 'delete', section_id: 'temp:C:none' }))).toBe('canvas_editing_failed')
    expect(await refusal(bot.canvases.create({ title: 'x', document_content: markdown('> * in a quote') }))).toBe(
      'canvas_creation_failed',
    )
  })

  it('is its owner’s, the channel’s whose tab it is, and whoever’s they let in', async () => {
    const { canvas_id = '' } = await bot.canvases.create({ title: 'x', document_content: markdown('a') })
    const tanaka = clientOf('xoxp-tanaka')
    const reads = () => refusal(tanaka.canvases.sections.lookup({ canvas_id, criteria: { contains_text: 'a' } }))
    const writes = () =>
      refusal(
        tanaka.canvases.edit({
          canvas_id,
          changes: [{ operation: 'insert_at_end', document_content: markdown('b') }],
        }),
      )
    expect(await reads()).toBe('canvas_not_found')
    await bot.canvases.access.set({ canvas_id, access_level: 'read', user_ids: ['U0TANAKA'] })
    expect([await reads(), await writes()]).toEqual(['ok', 'restricted_action'])
    await bot.canvases.access.set({ canvas_id, access_level: 'write', channel_ids: ['C0GENERAL'] })
    expect(await writes()).toBe('ok')
    expect(await refusal(tanaka.canvases.delete({ canvas_id }))).toBe('restricted_action')
    await bot.canvases.access.delete({ canvas_id, channel_ids: ['C0GENERAL'] })
    await bot.canvases.access.delete({ canvas_id, user_ids: ['U0TANAKA'] })
    expect(await reads()).toBe('canvas_not_found')
    expect(
      await refusal(
        bot.canvases.access.set({
          canvas_id,
          access_level: 'read',
          user_ids: ['U0TANAKA'],
          channel_ids: ['C0GENERAL'],
        } as never),
      ),
    ).toBe('invalid_parameters')
  })

  it('stands once as a channel’s own, and on the free plan only there', async () => {
    await bot.conversations.canvases.create({ channel_id: 'C0GENERAL', document_content: markdown('a') })
    const again = bot.conversations.canvases.create({ channel_id: 'C0GENERAL' })
    expect(await refusal(again)).toBe('channel_canvas_already_exists')
    const { channel } = await bot.conversations.info({ channel: 'C0GENERAL' })
    expect(channel?.properties).toMatchObject({ canvas: { is_empty: false }, tabs: [{ type: 'channel_canvas' }] })
    sandbox.workspace.settled = { ...sandbox.workspace.settled, plan: 'free' }
    expect(await refusal(bot.canvases.create({ title: 'x' }))).toBe('free_teams_cannot_create_standalone_canvases')
  })
})

it('a call is told of, shown in a message, joined and ended', async () => {
  const { call } = (await bot.calls.add({
    external_unique_id: 'bridge-1',
    join_url: 'https://meet.example.com/1',
    title: '障害対応',
    created_by: 'U0TANAKA',
    users: [{ slack_id: 'U0TANAKA' }, { external_id: 'g1', display_name: 'Guest' }],
  })) as { call?: { id?: string } }
  const id = call?.id ?? ''
  await bot.calls.participants.add({ id, users: [{ slack_id: 'U0SATO' }, { slack_id: 'U0TANAKA' }] })
  await bot.calls.participants.remove({ id, users: [{ external_id: 'g1' } as never] })
  await bot.calls.update({ id, title: '障害対応 2' })
  expect(await bot.calls.info({ id })).toMatchObject({
    call: { title: '障害対応 2', users: [{ slack_id: 'U0TANAKA' }, { slack_id: 'U0SATO' }] },
  })
  await bot.chat.postMessage({ channel: 'C0GENERAL', text: '', blocks: [{ type: 'call', call_id: id } as never] })
  await bot.calls.end({ id, duration: 60 })
  expect(await refusal(bot.calls.end({ id }))).toBe('inactive_call')
  expect(await bot.calls.add({ external_unique_id: 'x', join_url: 'https://x.example.com' })).toMatchObject({
    ok: true,
  })
  const byNobody = { external_unique_id: 'y', join_url: 'https://x.example.com', created_by: 'U0NOBODY' }
  expect(await refusal(bot.calls.add(byNobody))).toBe('invalid_created_by')
})

it('canvases and calls are there after a restart', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-'))
  await sandbox.close()
  sandbox = await createSandbox({ dataDir, rateLimits: false })
  sandbox.workspace.scopes.push('canvases:write', 'canvases:read', 'calls:write', 'calls:read')
  bot = clientOf('xoxb-sandbox')
  const { canvas_id = '' } = await bot.canvases.create({ title: 'x', document_content: markdown('a') })
  const { call } = await bot.calls.add({
    external_unique_id: '1',
    join_url: 'https://m.example.com',
    created_by: 'U0SATO',
  })
  await sandbox.close()
  sandbox = await createSandbox({ dataDir, rateLimits: false })
  bot = clientOf('xoxb-sandbox')
  expect(sandbox.workspace.files.get(canvas_id)?.canvas?.sections).toMatchObject([{ markdown: 'a' }])
  expect(sandbox.workspace.calls.get((call as { id: string }).id)).toMatchObject({ external_unique_id: '1' })
  rmSync(dataDir, { recursive: true })
})
