import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Message } from '../../sandbox/protocol.ts'
import { createSandbox, type Sandbox } from '../../sandbox/server/index.ts'
import { createDriver, type Driver } from '../../sandbox/server/testing/driver.ts'
import { settingsText } from '../harness/bot.ts'
import { serverUrl } from '../harness/database.ts'
import { patience, patient } from '../harness/patience.ts'
import { type BotProcess, freePort, startBotProcess } from '../harness/processes.ts'
import { until } from '../harness/until.ts'
import { inSlot, words } from '../stories/sights.ts'

/** What the move calls, in the order of its steps. */
const steps = [
  'conversations.create',
  'conversations.invite',
  'chat.postMessage',
  'pins.add',
  'conversations.setTopic',
  'bookmarks.add',
  'chat.delete',
  'bookmarks.remove',
  'conversations.archive',
] as const

const token = 'a-token-for-stories-only'
const patienceMs = 90_000

let folder = ''
let sandbox: Sandbox
let driver: Driver
let bot: BotProcess
let start: () => BotProcess

const ready = () =>
  until(async () => {
    if (!(await bot.isReady())) throw new Error(`The bot is not ready: ${bot.log()}`)
  }, patienceMs)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sssbot-move-'))
  const settingsPath = join(folder, 'sssbot.yaml')
  await writeFile(
    settingsPath,
    await settingsText({ slack: { settle: '1s', timeout: '2s' }, api: { may_name_people: true } }),
  )
  sandbox = await createSandbox({ rateLimits: false, redeliveryScale: 0.05, slowness: patience })
  driver = createDriver(sandbox.url)
  const [port, databaseUrl] = [await freePort(), await serverUrl()]
  start = () =>
    startBotProcess(
      { sandbox, settingsPath, dataDir: join(folder, 'data'), databaseUrl, secrets: { SSSBOT_API_TOKEN: token } },
      port,
    )
  bot = start()
  await ready()
}, patient(180_000))

afterAll(async () => {
  await bot.kill()
  await sandbox.close()
  await rm(folder, { recursive: true, force: true })
})

/** Sends a write until the bot takes it; answers what it says. */
async function asks(path: string, values: object): Promise<{ id: string; channel?: { id?: string } | null }> {
  const answer = await fetch(`${bot.url}/api/v1/incidents${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ actor: 'tanaka', ...values }),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as { id: string }
}

const ofTheBot = ({ user, ephemeral_to: alone, subtype }: Message) => user === 'U0SSSBOT01' && !alone && !subtype

/** The channel in which the card with these words stands. */
const cardOf = async (summary: string, isPrivate: boolean) =>
  (await driver.state()).channels.filter(
    (each) => each.is_private === isPrivate && !each.is_im && words(inSlot(each, 'card')).includes(summary),
  )

test.each(steps)(
  'killed at %s of a move, before it knows what became of it, the bot brings the move to its end once',
  { timeout: patient(240_000) },
  async (method) => {
    const summary = `顧客名簿が外部に送信された ${steps.indexOf(method)}`
    const { id } = await asks('', { service: 'a', summary })
    const [open] = await until(async () => {
      const found = await cardOf(summary, false)
      if (found.length === 0) throw new Error('No card')
      return found
    }, patienceMs)
    await asks(`/${id}/set-visibility`, { visibility: 'private' })
    await until(async () => {
      const card = (await cardOf(summary, false))[0]
      if (!words(card && inSlot(card, 'card')).includes('🔒')) throw new Error('Not private yet')
    }, patienceMs)
    const since = sandbox.calls.seq
    await driver.fault({ method, cut: 'after', times: 1 })
    await asks(`/${id}/move-channel`, {})
    await until(
      async () => {
        if (!sandbox.calls.after(since).some((call) => call.method === method && call.cut))
          throw new Error(`No ${method}`)
      },
      patienceMs,
      5,
    )
    await bot.kill()
    await driver.clearFaults()
    bot = start()
    await ready()
    await until(
      async () => {
        const made = await cardOf(summary, true)
        expect(made).toHaveLength(1)
        const [secret] = made
        expect(secret?.messages.filter((each) => JSON.stringify(each.metadata ?? {}).includes('"card"'))).toHaveLength(
          1,
        )
        expect(secret?.members).toContain('U0TANAKA')
        expect(secret?.bookmarks).toHaveLength(1)
        const left = (await driver.state()).channels.find((each) => each.id === open?.id)
        expect(left?.messages.filter(ofTheBot)).toEqual([])
        expect([left?.is_archived, left?.bookmarks]).toEqual([true, []])
      },
      patienceMs,
      300,
    )
  },
)
