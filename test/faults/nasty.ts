import { createHmac, randomUUID } from 'node:crypto'
import { vi } from 'vitest'
import { WebSocket } from 'ws'
import { changingCommands } from '../../src/rooms/commands/index.ts'
import { response } from './methods/response.ts'
import { openResponseStage, type ResponseStage } from './methods/stage.ts'
import { randomFrom } from './seed.ts'

const token = 'a-token-for-stories-only'
const hookSecret = 'the-secret-of-the-webhook'

/** Nobody answers there: nothing is published in the storm. */
const github = {
  api_url: 'http://127.0.0.1:9',
  token_env: 'SSSBOT_GITHUB_TOKEN',
  webhook_secret_env: 'SSSBOT_GITHUB_HOOK',
}

/** What Slack sends in a response, as the sandbox sent it. */
type Envelope = { type: string; envelope_id: string; payload: unknown; [field: string]: unknown }

/** How a storm went. Every list names what must not be. */
export type Storm = {
  sent: { slack: number; api: number; hooks: number }
  /** Answers of 500 and more, and what said a secret. */
  wrongAnswers: string[]
  /** What the bot still had to do when all patience was spent, and hours later what Slack had refused. */
  left: string[]
  /** Rounds after which nobody was answered in a channel for ten seconds. */
  blind: string[]
  /** Secrets in the log. */
  told: string[]
  /** What the bot logged as its own fault: an event that was given up, work that failed or was set aside. */
  faults: string[]
}

/**
 * Sends `count` nasty things of every kind to a bot in the middle of a response: what Slack sends, with parts left out, doubled, or put in
 * place of others; webhooks; and calls of the API. After each round of `round` somebody mentions the bot and wants an answer.
 */
export async function storm(count: number, round: number, seed: number): Promise<Storm> {
  const random = randomFrom(seed)
  const seen: Envelope[] = []
  const send = WebSocket.prototype.send
  const listening = vi.spyOn(WebSocket.prototype, 'send').mockImplementation(function (
    this: WebSocket,
    ...args: Parameters<typeof send>
  ) {
    const [text] = args
    if (typeof text === 'string' && text.includes('"accepts_response_payload"')) seen.push(JSON.parse(text) as Envelope)
    return send.apply(this, args)
  })
  await using set = await openResponseStage({
    database: 'PostgreSQL',
    settings: { github },
    secrets: { SSSBOT_API_TOKEN: token, SSSBOT_GITHUB_HOOK: hookSecret, SSSBOT_GITHUB_TOKEN: 'the-token-of-github' },
  })
  await set.settled()
  for (const step of response.slice(
    0,
    response.findIndex(({ name }) => name === 'complete'),
  )) {
    if ((await step.act(set)) !== 'done') throw new Error(`${step.name} does not come about`)
    await set.settled()
  }
  listening.mockRestore()
  const letters = seen.filter(({ type }) => ['events_api', 'interactive', 'slash_commands'].includes(type))
  const { driver, app, errors } = set.stage
  const ids = await app.world.db.read.selectFrom('incidents').select('id').execute()
  const pool = poolOf(
    await driver.state(),
    ids.map(({ id }) => id),
  )
  const gone: Storm = {
    sent: { slack: 0, api: 0, hooks: 0 },
    wrongAnswers: [],
    left: [],
    blind: [],
    told: [],
    faults: [],
  }
  const nasty = (value: unknown) => mutated(value, pool, random)
  for (let sent = 0; sent < count; ) {
    const calls: Promise<string[]>[] = []
    for (let n = 0; n < round && sent < count; n++, sent++) {
      const kind = random()
      if (kind < 0.8) {
        gone.sent.slack++
        calls.push(driver.raw(JSON.stringify(letterFrom(pick(letters, random), nasty))).then(() => []))
      } else if (kind < 0.95) {
        gone.sent.api++
        calls.push(callApi(app.url, pool, nasty, random))
      } else {
        gone.sent.hooks++
        calls.push(callHook(app.url, nasty))
      }
      // A socket is read in turns: what was sent is begun with before the next.
      if (n % 20 === 0) await Promise.all(calls)
    }
    gone.wrongAnswers.push(...(await Promise.all(calls)).flat())
    // Nobody is limited by what came a round before.
    await set.clock.advanceBy(60_000)
    // What Slack refuses is tried some more times, later.
    gone.left.push(...(await set.settled()).filter((each) => !each.startsWith('not shown')))
    if (!(await isHeard(set))) gone.blind.push(`after ${sent}`)
  }
  for (let hours = 0; hours < 6; hours++) {
    set.slackClock.leap(3_600_000)
    await set.clock.advanceBy(3_600_000)
    if ((await set.settled()).length === 0) break
  }
  gone.left.push(...(await set.settled()))
  const kept = await app.world.db.read.selectFrom('set_aside').select(['what', 'name', 'problem']).execute()
  gone.faults.push(...kept.map((each) => `set aside: ${JSON.stringify(each)}`))
  const log = errors.map(
    (line) => JSON.parse(line) as { level: number; msg: string; error?: string; err?: { stack?: string } },
  )
  for (const { level, msg, error, err } of log)
    if (level >= 50 && !unanswerable.includes(msg))
      gone.faults.push(`${msg}: ${error ?? err?.stack?.split('\n').slice(0, 14).join(' ')}`)
  for (const secret of [token, hookSecret, 'xoxb-', 'xapp-'])
    if (errors.some((line) => line.includes(secret))) gone.told.push(secret)
  return gone
}

/** A click whose shape nobody knows cannot be answered, and Slack says so to whoever clicked. It is rightly in the log. */
const unanswerable = ['Nobody answered an interaction']

/** Whether somebody who mentions the bot is answered within ten seconds of Slack's. */
async function isHeard({ stage: { driver }, comes }: ResponseStage): Promise<boolean> {
  const asked = await driver.act({ as: 'sato', do: 'post', channel: '#service-a', text: '@sssbot 助けて' })
  if (!asked.ok || !asked.ts) throw new Error(`The mention was refused: ${JSON.stringify(asked)}`)
  const { ts } = asked
  return comes(async () => (await driver.messages('service-a')).some((each) => each.bot_id && each.ts > ts))
}

const pick = <T>(from: readonly T[], random: () => number): T => {
  const one = from[Math.floor(random() * from.length)]
  if (one === undefined) throw new Error('Nothing to choose from')
  return one
}

/** An envelope with a nasty payload. Its ids are new, or nothing would be read twice. */
function letterFrom(letter: Envelope, nasty: (value: unknown) => unknown): object {
  const payload = nasty(letter.payload)
  const isEvent = letter.type === 'events_api' && typeof payload === 'object' && payload !== null
  return {
    ...letter,
    envelope_id: randomUUID(),
    payload: isEvent ? { ...payload, event_id: `Ev${randomUUID()}` } : payload,
  }
}

type Pool = { values: readonly unknown[]; incidents: readonly string[] }

/** What stands in place of anything: what people paste, what overflows, what has another shape, what is looked up. */
const oddities: readonly unknown[] = [
  ['', ' ', '\0', 'a\0b', '\ud83d', '\ude00x', '\u202eabc', '👩‍👩‍👧‍👦', '＠ｓｓｓｂｏｔ', '２０２６'],
  ['__proto__', 'constructor', 'toString', '../../etc/passwd', "'; drop table incidents; --", '{{% x %}}', '```'],
  ['<!channel>', '<@U0NOBODY>', '<#C0NOWHERE|>', '<!subteam^S0NONE>', '<https://example.com|x>'],
  ['9999999999.999999', '0.0', '-1.1', 'NaN', '2026-02-30', '1970-01-01', '275761-01-01', '99:99', '25:61'],
  ['あ'.repeat(3_000), 'x'.repeat(100_000), '('.repeat(2_000), '\n'.repeat(2_000), '*_~`'.repeat(500)],
  [null, true, false, 0, -1, 1.5, 1e308, 2 ** 53, Number.MAX_SAFE_INTEGER],
  [[], {}, [[]], [null], { type: 'x' }, { a: { b: { c: [] } } }, Array.from({ length: 500 }, () => 'x')],
].flat(1)

/** The same, and what names something that there is. */
const poolOf = (
  { channels, users }: { channels: { id: string }[]; users: { id: string; name: string }[] },
  incidents: string[],
): Pool => ({
  incidents,
  values: [
    ...oddities,
    ...channels.slice(0, 12).map(({ id }) => id),
    ...users.slice(0, 12).flatMap(({ id, name }) => [id, name, `<@${id}>`]),
    ...incidents,
    ...changingCommands.slice(0, 20).map(({ does }) => `incident.${does.name}`),
  ],
})

/** The value with one to three places of it changed. */
function mutated(value: unknown, pool: Pool, random: () => number): unknown {
  let result = structuredClone(value)
  for (let n = 0; n <= random() * 3; n++) result = changedOnce(result, pool, random)
  return result
}

function changedOnce(value: unknown, pool: Pool, random: () => number): unknown {
  const isBranch = typeof value === 'object' && value !== null && Object.keys(value).length > 0
  if (!isBranch || random() < 0.03) return pick(pool.values, random)
  const key = pick(Object.keys(value), random)
  if (Array.isArray(value)) {
    const at = Number(key)
    if (random() < 0.1) return value.toSpliced(at, 1)
    if (random() < 0.1) return [...value, ...value]
    return value.with(at, changedOnce(value[at], pool, random))
  }
  // Only the keys of an object that JSON has made.
  const fields = value as Record<string, unknown>
  if (random() < 0.08) return Object.fromEntries(Object.entries(fields).filter(([each]) => each !== key))
  return { ...fields, [key]: changedOnce(fields[key], pool, random) }
}

const paths = ['', '/:id', '/:id/timeline', '/:id/record', ...changingCommands.map(({ does }) => `/:id/${does.name}`)]

const text = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

const callBody = {
  actor: 'tanaka',
  service: 'a',
  summary: '障害',
  level: 'level3',
  reason: '理由',
  text: 'する',
  minutes: 15,
  people: ['U0ITO'],
  person: 'U0ITO',
  impact: '全員',
  condition: '調査中',
  action: '見る',
  need: '人',
  at: '2026-11-23T14:00:00+09:00',
  words: 'x',
}

/** A call of the API; answers what is wrong with its answer. */
async function callApi(
  url: string,
  pool: Pool,
  nasty: (value: unknown) => unknown,
  random: () => number,
): Promise<string[]> {
  const known = random() < 0.8
  const id = known ? pick(pool.incidents, random) : text(pick(pool.values, random))
  const path = `/api/v1/incidents${pick(paths, random).replace(':id', encodeURIComponent(id.toWellFormed()).slice(0, 2_000))}`
  const reads = random() < 0.3
  const body = nasty(callBody)
  const query = reads
    ? `?${new URLSearchParams({ actor: text(nasty('tanaka')), limit: text(nasty('5')), q: text(nasty('x')) }).toString().slice(0, 3_000)}`
    : ''
  const answer = await fetch(`${url}${path}${query}`, {
    method: reads ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(random() < 0.3 ? { 'idempotency-key': `k${Math.floor(random() * 50)}` } : {}),
    },
    ...(reads ? {} : { body: JSON.stringify(body) ?? '' }),
  })
  return wrongOf(`${reads ? 'GET' : 'POST'} ${path.slice(0, 120)}`, answer)
}

/** What GitHub might tell. */
async function callHook(url: string, nasty: (value: unknown) => unknown): Promise<string[]> {
  const told = nasty({
    action: 'closed',
    repository: { full_name: 'acme/postmortems' },
    pull_request: { number: 1, merged: true },
    issue: { number: 2 },
    sender: { login: 'sato-gh', type: 'User' },
  })
  const body = JSON.stringify(told) ?? ''
  const answer = await fetch(`${url}/github/webhook`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-github-delivery': randomUUID(),
      'x-github-event': 'pull_request',
      'x-hub-signature-256': `sha256=${createHmac('sha256', hookSecret).update(body).digest('hex')}`,
    },
    body,
  })
  return wrongOf('the webhook', answer)
}

async function wrongOf(what: string, answer: Response): Promise<string[]> {
  const text = await answer.text()
  return [
    ...(answer.status >= 500 ? [`${what} answered ${answer.status}: ${text.slice(0, 200)}`] : []),
    ...[token, hookSecret].filter((secret) => text.includes(secret)).map(() => `${what} told a secret`),
  ]
}
