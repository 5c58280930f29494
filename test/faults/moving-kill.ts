import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Channel, Message, State } from '../../sandbox/protocol.ts'
import { createSandbox, type Sandbox } from '../../sandbox/server/index.ts'
import { createDriver, type Driver } from '../../sandbox/server/testing/driver.ts'
import { settingsText } from '../harness/bot.ts'
import { layDataFolder } from '../harness/database.ts'
import { patience } from '../harness/patience.ts'
import { type BotProcess, freePort, startBotProcess } from '../harness/processes.ts'
import { until } from '../harness/until.ts'
import { channelsOfBot, doubles, markOf } from './records.ts'

/** What the move calls, in the order of its steps. */
export const steps = [
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

/** In the middle of which call the bot is killed, and whether Slack does it all the same. */
export type KillPoint = { method: (typeof steps)[number]; done: boolean }

/** In milliseconds. */
const patienceMs = 90_000
/** Slack takes so long, in milliseconds, over the call in which the bot is killed. */
const heldMs = 1_500

const token = 'a-token-for-stories-only'
/** Who declares, and who leads: with whom the private rules name they are all who may know. */
const [declarer, handler] = ['tanaka', 'sato'] as const
const knowing = [declarer, handler, 'kobayashi', 'sssbot']
/** Whoever was in the public channel and has no part in it. */
const bystander = 'suzuki'
const secret = '顧客名簿が外部に送信された'

/**
 * Has an incident that was made private move into another channel for each point, kills the bot there, starts it again, and tells what is
 * not as it must be afterwards. On the embedded database.
 */
export async function killWhileMoving(points: readonly KillPoint[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sssbot-moving-kill-'))
  const settingsPath = join(folder, 'sssbot.yaml')
  await layDataFolder(join(folder, 'data', 'bot'))
  const settings = {
    slack: { settle: '1s' },
    api: { may_name_people: true },
    notify: [{ broadcast: ['#incidents'] }, { when: { visibility: 'private' }, invite: ['@kobayashi'] }],
  }
  await writeFile(settingsPath, await settingsText(settings))
  const sandbox = await createSandbox({ rateLimits: false, redeliveryScale: 0.05, slowness: patience })
  const port = await freePort()
  const options = { sandbox, settingsPath, dataDir: join(folder, 'data'), secrets: { SSSBOT_API_TOKEN: token } }
  const start = () => startBotProcess(options, port)
  const driver = createDriver(sandbox.url)
  let bot = start()
  try {
    const found: string[] = []
    for (const { method, done } of points) {
      const where = `${method}, which Slack ${done ? 'does' : 'never gets'}`
      await ready(bot)
      const { id, old } = await hidden(bot, sandbox, driver)
      const since = sandbox.calls.seq
      await driver.fault({ method, latency_ms: heldMs, times: 1, ...(done ? {} : { cut: 'before' }) })
      await asks(bot, `incidents/${id}/move-channel`, { actor: declarer })
      await until(async () => {
        if (await isAhead(sandbox)) throw new Error(`The move never came to ${method}: ${bot.log()}`)
      }, patienceMs)
      await bot.kill()
      bot = start()
      const look = async () => {
        const wrong = wrongs(await driver.state(), id, old)
        if (wrong.length > 0) throw new Error(wrong.join('; '))
      }
      await until(look, patienceMs).catch((error: unknown) => {
        found.push(`${where}: ${String(error)}\n${bot.log()}`)
      })
      // What comes late would have come by then, and is as wrong.
      await still(sandbox)
      await look().catch((error: unknown) => found.push(`${where}, later: ${String(error)}`))
      found.push(...(await told(sandbox, driver, since, old)).map((wrong) => `${where}: ${wrong}`))
    }
    return found
  } finally {
    await bot.kill()
    await sandbox.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const ready = (bot: BotProcess): Promise<void> =>
  until(async () => {
    if (!(await bot.isReady())) throw new Error(`The bot is not ready: ${bot.log()}`)
  }, patienceMs)

/** Whether the call at which something is to happen has not come. */
async function isAhead({ url }: Sandbox): Promise<boolean> {
  const { faults } = (await (await fetch(`${url}/_sandbox/faults`)).json()) as { faults: unknown[] }
  return faults.length > 0
}

/** Resolves when the bot has called nothing for two seconds. */
async function still(sandbox: Sandbox): Promise<void> {
  let [seq, since] = [sandbox.calls.seq, performance.now()]
  await until(async () => {
    if (sandbox.calls.seq !== seq) [seq, since] = [sandbox.calls.seq, performance.now()]
    if (performance.now() - since < 2_000) throw new Error('The bot is still busy')
  }, patienceMs)
}

async function asks(bot: BotProcess, path: string, body: object): Promise<{ id: string }> {
  const answer = await fetch(`${bot.url}/api/v1/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${path} was refused: ${text}`)
  return JSON.parse(text)
}

/** An incident that was public, has a handler and somebody who only listened, and was made private. */
async function hidden(bot: BotProcess, sandbox: Sandbox, driver: Driver): Promise<{ id: string; old: Channel }> {
  // A bot that has just come for the first time may not know yet who works here.
  const { id } = await until(() => asks(bot, 'incidents', { actor: declarer, service: 'a', summary: secret }))
  const channel = () =>
    until(async () => {
      const found = channelsOfBot(await driver.state()).find(({ messages }) => messages.some(isCardOf(id)))
      if (!found || found.bookmarks.length === 0) throw new Error('The incident has no card')
      return found
    }, patienceMs)
  const { id: at } = await channel()
  await driver.act({ as: bystander, do: 'join', channel: at })
  await driver.act({ as: bystander, do: 'post', channel: at, text: '何が起きていますか' })
  await asks(bot, `incidents/${id}/take-handler`, { actor: handler })
  await still(sandbox)
  await asks(bot, `incidents/${id}/set-visibility`, { actor: declarer, visibility: 'private' })
  await still(sandbox)
  return { id, old: await channel() }
}

const isCardOf = (incident: string) => (message: Message) => {
  const mark = markOf(message)
  return mark?.slot === 'card' && mark.subject === incident
}

const ofTheBot = ({ bot_id: bot, ephemeral_to: alone, subtype }: Message): boolean =>
  bot !== undefined && !alone && !subtype

/** Everything that is not as it must be once an incident has moved, in words. */
function wrongs(state: State, incident: string, { id }: Channel): string[] {
  const nameOf = (user: string) => state.users.find((each) => each.id === user)?.name ?? user
  const old = state.channels.find((each) => each.id === id)
  const news = channelsOfBot(state).filter(
    (each) => each.id !== id && each.messages.some((message) => markOf(message)?.subject === incident),
  )
  const [made] = news
  if (!old || !made || news.length !== 1) return [`it goes on in ${news.length} channels`]
  const found = doubles({ ...state, channels: [old, made] })
  if (!made.is_private) found.push('the new channel is public')
  if (made.messages.filter(isCardOf(incident)).length !== 1) found.push('the new channel has no card, or several')
  const members = made.members.map(nameOf).toSorted().join(' ')
  const wanted = knowing.toSorted().join(' ')
  if (members !== wanted) found.push(`in the new channel are ${members} instead of ${wanted}`)
  if (made.pins.length !== 1 || made.bookmarks.length !== 1)
    found.push(`${made.pins.length} pins and ${made.bookmarks.length} bookmarks in the new channel`)
  const left = old.messages.filter(ofTheBot)
  if (left.length > 0) found.push(`in the old channel stand ${left.map(({ text }) => text).join(' / ')}`)
  if (old.bookmarks.length > 0) found.push('the old channel has a bookmark')
  if (old.topic !== 'このチャンネルはもう使っていません') found.push(`the old channel’s topic is ${old.topic}`)
  if (!old.is_archived) found.push('the old channel is open')
  // A channel made and not used would tell its name to nobody, and yet stand there for good.
  const empty = channelsOfBot(state).filter(({ is_archived: shut, messages }) => !shut && !messages.some(ofTheBot))
  if (empty.length > 0) found.push(`channels that nobody uses: ${empty.map(({ name }) => name).join(' ')}`)
  return found
}

/** Whatever the bot has said of it since, where somebody reads it who may not know. */
async function told({ calls }: Sandbox, driver: Driver, since: number, old: Channel): Promise<string[]> {
  const { channels, users } = await driver.state()
  const mayKnow = new Set(users.filter(({ name }) => knowing.includes(name)).map(({ id }) => id))
  const isShut = (id: unknown) => {
    const channel = channels.find((each) => each.id === id)
    return (
      channel !== undefined &&
      (channel.is_private || channel.is_im) &&
      channel.members.every((each) => mayKnow.has(each))
    )
  }
  return calls
    .after(since)
    .filter(
      ({ method, args }) =>
        /^(chat\.|views\.publish|bookmarks|conversations\.set)/.test(method) && JSON.stringify(args).includes(secret),
    )
    .filter(
      ({ method, args }) =>
        !(
          isShut(args.channel ?? args.channel_id) ||
          mayKnow.has(String(args.channel ?? args.user_id)) ||
          (method === 'chat.update' && args.channel === old.id)
        ),
    )
    .map(({ method, args }) => `${method} told ${JSON.stringify(args).slice(0, 300)}`)
}
