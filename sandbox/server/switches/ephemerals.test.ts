import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebClient } from '@slack/web-api'
import { afterAll, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../index.ts'
import { createDriver } from '../testing/driver.ts'

const folder = mkdtempSync(join(tmpdir(), 'sandbox-switches-'))
afterAll(() => rmSync(folder, { recursive: true }))

const minutes = 60_000

async function whisper({ url }: Sandbox, user = 'U0TANAKA') {
  const bot = new WebClient('xoxb-sandbox', { slackApiUrl: `${url}/api/` })
  return bot.chat.postEphemeral({ channel: 'C0GENERAL', user, text: 'only for you' })
}

/** Texts that stand in #general for one person only. */
async function whispered({ url }: Sandbox) {
  const messages = await createDriver(url).messages('general')
  return messages.filter(({ ephemeral_to }) => ephemeral_to).map(({ text }) => text)
}

it('an ephemeral message that vanishes reaches who is active, once, and nobody who is away', async () => {
  let now = Date.parse('2026-11-23T05:00:00Z')
  const sandbox = await createSandbox({ rateLimits: false, now: () => now, workspace: { ephemerals: 'vanish' } })
  const driver = createDriver(sandbox.url)
  expect(await whisper(sandbox)).toMatchObject({ ok: true })
  expect(await whispered(sandbox)).toEqual([])
  await driver.act({ as: 'tanaka', do: 'look' })
  await whisper(sandbox)
  expect(await whispered(sandbox)).toEqual(['only for you'])
  expect(await whispered(sandbox)).toEqual([])
  now += 11 * minutes
  await whisper(sandbox)
  expect(await whispered(sandbox)).toEqual([])
  await sandbox.close()
})

it('it can still be used on the screen that shows it, and not after a pause', async () => {
  let now = Date.parse('2026-11-23T05:00:00Z')
  const sandbox = await createSandbox({ rateLimits: false, now: () => now, workspace: { ephemerals: 'vanish' } })
  const driver = createDriver(sandbox.url)
  await driver.act({ as: 'tanaka', do: 'look' })
  const { message_ts } = await whisper(sandbox)
  await driver.state()
  const wanted = { as: 'tanaka', do: 'click', channel: '#general', ts: message_ts, action_id: 'x' } as const
  expect(await driver.act(wanted)).toMatchObject({ code: 'no_such_element' })
  now += 11 * minutes
  expect(await driver.act(wanted)).toMatchObject({ code: 'no_such_message' })
  await sandbox.close()
})

it('a kept one stays for ever, and what was switched outlives a restart', async () => {
  const first = await createSandbox({ rateLimits: false, dataDir: folder })
  await createDriver(first.url).workspace({ people: 30_000, plan: 'free', read_only: ['#drills'], connect: true })
  await whisper(first)
  await first.close()
  const second = await createSandbox({ rateLimits: false, dataDir: folder })
  expect(await whispered(second)).toEqual(['only for you'])
  expect(await createDriver(second.url).workspace()).toMatchObject({
    people: 30_000,
    plan: 'free',
    read_only: ['#drills'],
    connect: true,
    outsiders: 3,
  })
  expect(second.workspace.user('U0P029999')).toMatchObject({ name: 'person-029999' })
  await second.close()
})
