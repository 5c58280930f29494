import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebClient } from '@slack/web-api'
import { expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../index.ts'
import { createDriver } from '../testing/driver.ts'

const clientOf = (sandbox: Sandbox, token = 'xoxb-sandbox') =>
  new WebClient(token, { slackApiUrl: `${sandbox.url}/api/`, retryConfig: { retries: 0 } })

it('a file is announced, brought, shared in a message, and fetched by who may see it', async () => {
  await using sandbox = { ...(await createSandbox()), [Symbol.asyncDispose]: () => sandbox.close() }
  const bot = clientOf(sandbox)
  await bot.filesUploadV2({
    channel_id: 'C0GENERAL',
    initial_comment: '*グラフ* です',
    file: Buffer.from('id,count\n1,2\n'),
    filename: '件数.csv',
    title: '件数',
  })
  const { messages } = await bot.conversations.history({ channel: 'C0GENERAL', limit: 1 })
  const [shown] = messages ?? []
  expect(shown).toMatchObject({
    text: '*グラフ* です',
    upload: false,
    files: [{ name: '件数.csv', title: '件数', mimetype: 'text/csv', size: 13, mode: 'hosted' }],
  })
  expect(shown).not.toHaveProperty('subtype')
  const [file] = shown?.files ?? []
  const url = file?.url_private ?? ''
  const fetched = await fetch(url, { headers: { authorization: 'Bearer xoxb-sandbox' } })
  expect([fetched.headers.get('content-type'), await fetched.text()]).toEqual(['text/csv', 'id,count\n1,2\n'])
  expect((await fetch(url)).status).toBe(403)
  expect((await fetch(url, { headers: { authorization: 'Bearer xoxb-other' } })).status).toBe(403)
  const { file: told } = await bot.files.info({ file: file?.id ?? '' })
  expect(told).toMatchObject({ channels: ['C0GENERAL'], shares: { public: { C0GENERAL: [{ ts: shown?.ts }] } } })
  const pictured = (await createDriver(sandbox.url).messages('general')).at(-1)
  expect(pictured?.files).toMatchObject([{ title: '件数' }])
})

it('a file that was never brought, or is not of the one who shares it, cannot be shared', async () => {
  const sandbox = await createSandbox()
  const bot = clientOf(sandbox)
  const { file_id = '', upload_url = '' } = await bot.files.getUploadURLExternal({ filename: 'a.txt', length: 3 })
  const share = (client: WebClient, channel_id: string) =>
    client.files.completeUploadExternal({ files: [{ id: file_id, title: 'a' }], channel_id }).then(
      () => 'ok',
      (error) => error.data.error,
    )
  expect(await share(bot, 'C0GENERAL')).toBe('file_not_found')
  expect((await fetch(`${upload_url}0`, { method: 'POST', body: 'abc' })).status).toBe(404)
  const brought = await fetch(upload_url, { method: 'POST', body: 'abc' })
  expect([brought.status, await brought.text()]).toEqual([200, 'OK - 3'])
  expect(await share(clientOf(sandbox, 'xoxp-tanaka'), 'C0GENERAL')).toBe('file_not_found')
  expect(await share(bot, 'C0EXECUTIVES')).toBe('not_in_channel')
  expect(await share(bot, 'C0GENERAL')).toBe('ok')
  await bot.files.delete({ file: file_id })
  await expect(bot.files.info({ file: file_id })).rejects.toThrow('file_not_found')
  await sandbox.close()
})

it('a file is there after a restart', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-'))
  const first = await createSandbox({ dataDir })
  await clientOf(first).filesUploadV2({ channel_id: 'C0GENERAL', file: Buffer.from('abc'), filename: 'a.txt' })
  await first.close()
  const second = await createSandbox({ dataDir })
  const { files } = await clientOf(second).files.list({ channel: 'C0GENERAL' })
  const address = files?.[0]?.url_private ?? ''
  expect(await (await fetch(address, { headers: { authorization: 'Bearer xoxb-sandbox' } })).text()).toBe('abc')
  await second.close()
  rmSync(dataDir, { recursive: true })
})
