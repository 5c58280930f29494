import { afterEach, expect, test } from 'vitest'
import { createSandbox, type Sandbox } from '../../sandbox/server/index.ts'
import type { Config } from '../../src/config.ts'
import { createManualClock } from '../../src/kit/clock.ts'
import { type Bot, startBot } from '../harness/bot.ts'
import { serverUrl } from '../harness/database.ts'
import { until } from '../harness/until.ts'
import { type Visitor, visitor } from './dashboard-visitor.ts'
import { beginning } from './stage.ts'

const minute = 60_000
const clock = createManualClock(beginning)
let sandbox: Sandbox | undefined
let bot: Bot | undefined

// A workspace for each: links that one story sent would be taken for another's.
afterEach(async () => {
  await bot?.stop()
  await sandbox?.close()
  bot = undefined
})

/** A bot that people reach at an address of the company's. */
async function reached(config: Partial<Config>): Promise<{ url: string; browser(): Visitor }> {
  sandbox = await createSandbox({ rateLimits: false })
  bot = await startBot({ sandbox, clock, database: await serverUrl('socket'), config })
  const { url, world } = bot.app
  // Who may be meant is known once the workspace has been read.
  await until(async () => {
    const known = world.db.read.selectFrom('directory_people').select('id').where('handle', 'in', ['sato', 'dave'])
    expect(await known.execute()).toHaveLength(2)
  })
  return { url, browser: () => visitor(() => url) }
}

const plain = { publicUrl: 'http://bot.example.test:3000/incidents-bot' }
const ownPage = { origin: 'http://bot.example.test:3000' }

/** Asks for a link as a person does on the page. */
const asks = (browser: Visitor, name: string) =>
  browser.send('POST', '/sign-in/link', new URLSearchParams({ name, return: '/incidents' }), ownPage)

/** The paths of the links that the bot has written to somebody. */
async function links(userId: string): Promise<string[]> {
  const { channels } = await (bot as Bot).driver.state()
  const said = channels
    .filter((each) => each.is_im && each.members.includes(userId))
    .flatMap((each) => each.messages.map(({ blocks }) => JSON.stringify(blocks ?? [])))
  return said.flatMap((text) => /<http:\/\/bot\.example\.test:3000\/incidents-bot([^|]*)\|/.exec(text)?.[1] ?? [])
}

const newest = (userId: string, count: number) =>
  until(async () => {
    const found = await links(userId)
    expect(found).toHaveLength(count)
    return found.at(-1) ?? ''
  })

test('where the address is not https, the bot sends a link to whoever somebody says they are', async () => {
  const { browser } = await reached(plain)
  const [sato, thief] = [browser(), browser()]
  const page = await sato.get('/sign-in?return=/incidents')
  expect(page.text).toContain('action="http://bot.example.test:3000/incidents-bot/sign-in/link"')
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
  const sent = await asks(sato, '＠Sato')
  expect(sent.text).toContain('Check Slack')
  const link = await newest('U0SATO', 1)

  // Whoever sees the link cannot use it, and does not spoil it.
  expect((await thief.get(link)).status).toBe(400)
  await asks(thief, 'dave')
  expect((await thief.get(link)).status).toBe(400)
  expect(thief.cookies.has('sssbot')).toBe(false)

  const opened = await sato.get(link)
  expect([opened.status, opened.location]).toEqual([302, `${plain.publicUrl}/incidents`])
  expect(JSON.parse((await sato.get('/api/v1/me')).text)).toMatchObject({ person: { id: 'U0SATO' } })
  sato.cookies.delete('sssbot')
  expect((await sato.get(link)).status).toBe(400)
  const { db } = (bot as Bot).app.world
  const jobs = JSON.stringify(await db.read.selectFrom('sign_in_links').selectAll().execute())
  expect(jobs).not.toContain(link.split('/').at(-1))
})

test('a link is good for five minutes, and one person gets three in ten', async () => {
  const { browser } = await reached(plain)
  const dave = browser()
  await asks(dave, 'dave@example.com')
  const link = await newest('U0DAVE', 1)
  for (let n = 0; n < 4; n++) expect((await asks(browser(), 'dave')).text).toContain('Check Slack')
  const kept = await bot?.app.world.db.read.selectFrom('sign_in_links').select('id').execute()
  expect(kept).toHaveLength(3)
  await clock.advanceBy(5 * minute + 1000)
  expect((await dave.get(link)).status).toBe(400)
})

test('whoever is not known yet, or as gone, is asked for by their address or id', async () => {
  const { browser } = await reached(plain)
  await bot?.app.world.db.transaction(async (tx) => {
    await tx.deleteFrom('directory_people').where('handle', '=', 'dave').execute()
    await tx.updateTable('directory_people').set({ is_deactivated: true }).where('handle', '=', 'sato').execute()
  })
  for (const name of ['Dave@example.com', 'U0SATO']) {
    const person = browser()
    expect((await asks(person, name)).text).toContain('Check Slack')
    const link = await newest(name === 'U0SATO' ? name : 'U0DAVE', 1)
    expect((await person.get(link)).status).toBe(302)
  }
})

test('a stranger does not learn who works here, and another page cannot ask', async () => {
  const { browser } = await reached(plain)
  const [there, nowhere, bots] = [browser(), browser(), browser()]
  const texts = [await asks(there, 'sato'), await asks(nowhere, 'nobody-at-all'), await asks(bots, 'sssbot')]
  // The style's nonce is another each time.
  const [first, ...others] = texts.map(({ status, text }) => `${status} ${text.replace(/nonce="[^"]*"/, '')}`)
  for (const other of others) expect(other).toBe(first)
  const foreign = await browser().send('POST', '/sign-in/link', new URLSearchParams({ name: 'sato' }), {
    origin: 'https://evil.example',
  })
  expect(foreign.status).toBe(403)
})

test('under https the cookies are the host’s alone, and Slack is asked to send the browser back there', async () => {
  const { browser } = await reached({ publicUrl: 'https://bot.example.test/prefix' })
  const sato = browser()
  const { location } = await sato.get('/sign-in')
  expect(new URL(location).searchParams.get('redirect_uri')).toBe('https://bot.example.test/prefix/sign-in/slack')
  expect(sato.set[0]).toMatch(/^__Host-sssbot-ask=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  const back = new URL((await sato.get(`${location}&sandbox_as=sato`)).location)
  expect(back.origin + back.pathname).toBe('https://bot.example.test/prefix/sign-in/slack')
  // The proxy takes the prefix away.
  const done = await sato.get(`/sign-in/slack${back.search}`)
  expect(done.location).toBe('https://bot.example.test/prefix/')
  expect(sato.set.join()).toMatch(/__Host-sssbot=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax/)
  expect((await sato.get('/api/v1/me')).status).toBe(200)
  // A name that a plain page could set is no session.
  sato.cookies.set('sssbot', sato.cookies.get('__Host-sssbot') ?? '')
  sato.cookies.delete('__Host-sssbot')
  expect((await sato.get('/api/v1/me')).status).toBe(401)
})

test('where it is not set up, a page says how', async () => {
  const { browser, url } = await reached({ publicUrl: 'https://bot.example.test', signIn: undefined })
  const page = await browser().get('/sign-in')
  expect(page.status).toBe(501)
  expect(page.text).toContain('SLACK_CLIENT_ID')
  expect(page.text).toContain('https://bot.example.test/sign-in/slack')
  expect(page.text).not.toContain('SSSBOT_URL')
  const ja = await fetch(`${url}/sign-in`, { headers: { 'accept-language': 'ja' } })
  expect(await ja.text()).toContain('サインインの準備ができていません')
})

test('whoever is deactivated before they open their link is told so, in their language', async () => {
  const { browser } = await reached(plain)
  const sato = browser()
  await asks(sato, 'sato')
  const link = await newest('U0SATO', 1)
  await bot?.driver.act({ as: 'watanabe', do: 'deactivate', user: 'sato' })
  const isGone = async () => {
    const found = bot?.app.world.db.read.selectFrom('directory_people').select('is_deactivated')
    expect(await found?.where('id', '=', 'U0SATO').executeTakeFirst()).toEqual({ is_deactivated: true })
  }
  await until(isGone)
  const refused = await sato.get(link, { 'accept-language': 'ja' })
  expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('アカウントは無効になっています')])
  expect(sato.cookies.has('sssbot')).toBe(false)
})

test('a program that looks ahead at a link does not use it up', async () => {
  const { browser } = await reached(plain)
  const sato = browser()
  await asks(sato, 'sato')
  const link = await newest('U0SATO', 1)
  const ahead = await sato.send('HEAD', link)
  expect([ahead.status, sato.set, sato.cookies.has('sssbot')]).toEqual([200, [], false])
  expect((await sato.get(link)).status).toBe(302)
})
