import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { createSandbox } from '../../sandbox/server/index.ts'
import { createDriver, type Driver } from '../../sandbox/server/testing/driver.ts'
import { type GitHubServer, startGitHub } from '../github/server.ts'
import { settingsText } from '../harness/bot.ts'
import { chooseVerb } from '../harness/choose-verb.ts'
import { layDataFolder } from '../harness/database.ts'
import { patience } from '../harness/patience.ts'
import { type BotProcess, freePort, startBotProcess } from '../harness/processes.ts'
import { until } from '../harness/until.ts'
import { declare, viewOf } from './declaring.ts'
import { channelsOfBot } from './records.ts'

const who = 'tanaka'
const repository = 'acme/service-a'
const patienceMs = 90_000

/** Chooses a verb in the card's menu and sends the form with these answers; tried until the bot takes it. */
async function chooses(driver: Driver, verb: string, values: Record<string, unknown>): Promise<void> {
  await until(async () => {
    const [channel] = channelsOfBot(await driver.state())
    const card = channel?.messages.find((each) => each.metadata?.event_payload.slot === 'card')
    const at = { as: who, channel: channel?.id ?? '', ts: card?.ts ?? '' }
    const pressed = await chooseVerb(driver, at, verb)
    const view = pressed.ok ? (pressed.view ?? viewOf(await driver.state(), who)) : undefined
    if (view?.callback_id !== `incident.${verb}`) throw new Error(`No form of ${verb}: ${JSON.stringify(pressed)}`)
    const sent = await driver.act({ as: who, do: 'submit', view_id: view.id, values })
    if (!sent.ok) throw new Error(`${verb} was refused: ${JSON.stringify(sent)}`)
  }, patienceMs)
}

/** What the list of action items leads to on GitHub; throws while it leads nowhere. */
async function issueInList(driver: Driver): Promise<void> {
  const [channel] = channelsOfBot(await driver.state())
  const card = channel?.messages.find((each) => each.metadata?.event_payload.slot === 'card')
  const at = { as: who, channel: channel?.id ?? '', ts: card?.ts ?? '' }
  const pressed = await chooseVerb(driver, at, 'actions')
  const view = pressed.ok ? (pressed.view ?? viewOf(await driver.state(), who)) : undefined
  if (view) await driver.act({ as: who, do: 'close', view_id: view.id })
  if (!JSON.stringify(view?.blocks ?? []).includes(`/${repository}/issues/1|GitHub>`)) {
    throw new Error('The list does not lead to the issue')
  }
}

const made = (github: GitHubServer) => github.issues(repository).length

/**
 * Kills the bot just before or after GitHub makes an issue, starts it again, and holds it to one issue that it knows. On the
 * embedded database without an address.
 */
export async function killWhileMakingIssue(cut: 'before' | 'after', databaseUrl?: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sssbot-issues-'))
  const settingsPath = join(folder, 'sssbot.yaml')
  if (!databaseUrl) await layDataFolder(join(folder, 'data', 'bot'))
  const github = await startGitHub({ repositories: { [repository]: {} } })
  const sandbox = await createSandbox({ rateLimits: false, redeliveryScale: 0.05, slowness: patience })
  await writeFile(
    settingsPath,
    await settingsText({
      slack: { settle: '1s' },
      github: { api_url: github.url, token_env: 'SSSBOT_GITHUB_TOKEN', timeout: '2s' },
      actions: { issues: { repository, poll: '2s' }, board: 'off' },
    }),
  )
  const port = await freePort()
  const start = (): BotProcess =>
    startBotProcess(
      {
        sandbox,
        settingsPath,
        dataDir: join(folder, 'data'),
        secrets: { SSSBOT_GITHUB_TOKEN: github.token },
        ...(databaseUrl ? { databaseUrl } : {}),
      },
      port,
    )
  const ready = (bot: BotProcess) =>
    until(async () => {
      if (!(await bot.isReady())) throw new Error(`The bot is not ready: ${bot.log()}`)
    }, patienceMs)
  let bot = start()
  try {
    const driver = createDriver(sandbox.url)
    await ready(bot)
    await declare(driver, '決済が失敗する', who)
    await chooses(driver, 'add-action', { title: '接続を二重にする' })
    let killed: Promise<void> | undefined
    github.fault({
      route: 'POST /repos/{owner}/{repo}/issues',
      cut,
      meanwhile: () => {
        killed = bot.kill()
        return killed
      },
    })
    await chooses(driver, 'recover', {})
    await until(async () => {
      if (!killed) throw new Error('No issue is made')
      await killed
    }, patienceMs)
    expect(made(github)).toBe(cut === 'after' ? 1 : 0)
    bot = start()
    await ready(bot)
    await until(() => issueInList(driver), patienceMs, 500)
    expect(made(github)).toBe(1)
  } finally {
    await bot.kill()
    await sandbox.close()
    await github.close()
    await rm(folder, { recursive: true, force: true })
  }
}
