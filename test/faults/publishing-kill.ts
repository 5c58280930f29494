import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Channel } from '../../sandbox/protocol.ts'
import { createSandbox } from '../../sandbox/server/index.ts'
import { createDriver, type Driver } from '../../sandbox/server/testing/driver.ts'
import { type GitHubServer, startGitHub } from '../github/server.ts'
import { settingsText } from '../harness/bot.ts'
import { layDataFolder } from '../harness/database.ts'
import { patience } from '../harness/patience.ts'
import { type BotProcess, freePort, startBotProcess } from '../harness/processes.ts'
import { until } from '../harness/until.ts'
import { declarer, wordsOf } from './declaring.ts'
import { channelsOfBot, markOf } from './records.ts'
import { cardIn } from './responding.ts'

/** In the middle of which call the bot is killed: before or after it took effect. */
export type KillPoint = { route: string; when: 'before' | 'after' }

/** In milliseconds. */
const patienceMs = 60_000

/** The year of the company's zone, which the document's folder is named by. */
const yearInTokyo = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Tokyo', year: 'numeric' })

/**
 * Lets an incident end for each point, kills the bot there, starts it again, and tells what stands on GitHub that should not. On the
 * embedded database without an address.
 */
export async function killWhilePublishing(points: readonly KillPoint[], databaseUrl?: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sssbot-publishing-kill-'))
  const settingsPath = join(folder, 'sssbot.yaml')
  if (!databaseUrl) await layDataFolder(join(folder, 'data', 'bot'))
  const github = await startGitHub({ repositories: { 'acme/postmortems': { teams: ['service-a'] } } })
  const settings = {
    slack: { settle: '1s' },
    github: { api_url: github.url, token_env: 'SSSBOT_GITHUB_TOKEN', people: { '@service-a': '@acme/service-a' } },
    publishing: { public: { repository: 'acme/postmortems' }, wait: '1s' },
  }
  await writeFile(settingsPath, await settingsText(settings))
  const sandbox = await createSandbox({ rateLimits: false, redeliveryScale: 0.05, slowness: patience })
  const port = await freePort()
  const options = {
    sandbox,
    settingsPath,
    dataDir: join(folder, 'data'),
    secrets: { SSSBOT_GITHUB_TOKEN: github.token },
    ...(databaseUrl ? { databaseUrl } : {}),
  }
  const start = () => startBotProcess(options, port)
  const driver = createDriver(sandbox.url)
  let bot = start()
  try {
    const found: string[] = []
    for (const [index, { route, when }] of points.entries()) {
      await ready(bot)
      const killed = Promise.withResolvers<void>()
      const meanwhile = async () => {
        await bot.kill()
        killed.resolve()
      }
      const channel = await declared(driver, `障害 ${index + 1}`)
      github.fault({ route, cut: when, meanwhile })
      await recover(driver, channel)
      await until(() => Promise.race([killed.promise, late(`The bot never came to ${route}`)]), patienceMs)
      bot = start()
      await until(() => standsOnce(driver, github, channel), patienceMs).catch((error: unknown) => {
        found.push(`${when} ${route}: ${String(error)}\n${bot.log()}`)
      })
    }
    // What came late would have come by now.
    const pulls = github.pulls()
    if (pulls.length !== points.length) found.push(`${pulls.length} pull requests for ${points.length} incidents`)
    for (const { number } of pulls) {
      const { length } = github.comments(number)
      if (length !== 1) found.push(`#${number} has ${length} comments`)
    }
    return found
  } finally {
    await bot.kill()
    await sandbox.close()
    await github.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const late = (words: string): Promise<never> =>
  new Promise((_, reject) => setTimeout(() => reject(new Error(words)), 1_000))

const ready = (bot: BotProcess): Promise<void> =>
  until(async () => {
    if (!(await bot.isReady())) throw new Error(`The bot is not ready: ${bot.log()}`)
  }, patienceMs)

async function declared(driver: Driver, summary: string): Promise<Channel> {
  const before = new Set(channelsOfBot(await driver.state()).map(({ id }) => id))
  await driver.act({ as: declarer, do: 'shortcut', callback_id: 'incident.declare.shortcut' })
  const view = await until(async () => {
    const [form] = Object.values((await driver.state()).views).filter((each) => each.callback_id === 'incident.declare')
    if (!form) throw new Error('The form is not open')
    return form
  })
  await driver.act({ as: declarer, do: 'submit', view_id: view.id, values: { service: 'a', summary } })
  return until(async () => {
    const channel = channelsOfBot(await driver.state()).find(({ id }) => !before.has(id))
    if (!channel || !cardIn(channel)) throw new Error('The incident has no card')
    return channel
  }, patienceMs)
}

async function recover(driver: Driver, { id }: Channel): Promise<void> {
  const view = await until(async () => {
    const card = cardIn((await driver.state()).channels.find((each) => each.id === id))
    const press = { as: declarer, do: 'click', channel: id, ts: card?.ts, action_id: 'incident.menu', value: 'recover' }
    const pressed = await driver.act(press as Parameters<Driver['act']>[0])
    if (!pressed.ok || !pressed.view) throw new Error(`The form of 復旧 does not open: ${JSON.stringify(pressed)}`)
    return pressed.view
  }, patienceMs)
  await driver.act({ as: declarer, do: 'submit', view_id: view.id, values: {} })
}

/** Throws until one pull request stands with everything that belongs to it, and Slack was told once. */
async function standsOnce(driver: Driver, github: GitHubServer, { id, name }: Channel): Promise<void> {
  const branch = `sssbot/postmortem-${name}`
  const pulls = github.pulls().filter(({ head }) => head === branch)
  const [pull] = pulls
  if (pulls.length !== 1 || !pull) throw new Error(`${pulls.length} pull requests from ${branch}`)
  if (pull.teams.length !== 1 || pull.labels.length !== 1)
    throw new Error(`#${pull.number} lacks its reviewers or labels`)
  const comments = github.comments(pull.number)
  if (comments.length !== 1) throw new Error(`#${pull.number} has ${comments.length} comments`)
  const path = `postmortems/${yearInTokyo.format(new Date())}/${name}.md`
  if (!(await github.fileAt(branch, path))?.startsWith('# ')) throw new Error(`${branch} lacks ${path}`)
  const channel = (await driver.state()).channels.find((each) => each.id === id)
  const told = channel?.messages.filter((each) => markOf(each)?.slot.startsWith('announce:publishing.opened')) ?? []
  if (told.length !== 1) throw new Error(`#${name} was told ${told.length} times`)
  const card = wordsOf(cardIn(channel))
  if (!card.includes(`|#${pull.number}>`)) throw new Error(`The card says ${card}`)
}
