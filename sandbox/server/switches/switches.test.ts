import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { crowdOfPeople } from '../crowd/people.ts'
import { createSandbox, type Sandbox } from '../index.ts'
import { createDriver, type Driver } from '../testing/driver.ts'

let sandbox: Sandbox
let driver: Driver
let bot: WebClient

beforeEach(async () => {
  sandbox = await createSandbox({ rateLimits: false })
  driver = createDriver(sandbox.url)
  bot = new WebClient('xoxb-sandbox', { slackApiUrl: `${sandbox.url}/api/`, retryConfig: { retries: 0 } })
})
afterEach(() => sandbox.close())

/** Every page of a list, as an app reads them. */
async function pages(method: string, args: Record<string, unknown> = {}) {
  const all: Record<string, unknown>[] = []
  for await (const page of bot.paginate(method, args)) all.push({ ...page })
  return all
}

it('a new workspace is friendly, and says where the bot is', async () => {
  expect(await driver.workspace()).toMatchObject({
    plan: 'paid',
    page_size: null,
    people: 0,
    ephemerals: 'keep',
    connect: false,
    read_only: [],
    bot_in: ['#general', '#incidents', '#service-a', '#service-b', '#dev-all', '#customer-support'],
  })
})

describe('an order', () => {
  it('changes what it names and leaves the rest', async () => {
    await driver.workspace({ plan: 'free' })
    expect(await driver.workspace({ read_only: ['#incidents'] })).toMatchObject({
      plan: 'free',
      read_only: ['#incidents'],
    })
  })

  it.each([
    [{ plan: 'gold' }, 'plan'],
    [{ people: -1 }, 'people'],
    [{ colour: 'red' }, 'colour'],
    [{ read_only: ['#nowhere'] }, '#nowhere'],
    [{ read_only: ['#general'], thread_only: ['#general'] }, '#general'],
  ])('that cannot be (%o) is refused in words, and changes nothing', async (wanted, named) => {
    const before = await driver.workspace()
    await expect(driver.workspace({ connect: true, ...wanted } as never)).rejects.toThrow(named)
    expect(await driver.workspace()).toEqual(before)
  })

  it('ends with the next reset', async () => {
    await driver.workspace({ people: 50, connect: true, bot_in: ['#general'] })
    await driver.reset()
    expect(await driver.workspace()).toMatchObject({ people: 0, connect: false, outsiders: 0 })
    expect((await driver.state()).channels.map(({ name }) => name)).not.toContain('ext-partner')
  })
})

describe('a large workspace', () => {
  it('has everybody in its pages once, those with names of their own last, and some of every kind', async () => {
    await driver.workspace({ people: 2500, page_size: 700 })
    const members = (await pages('users.list', { limit: 1000 })).flatMap(
      (page) => page.members as { id: string; deleted: boolean; is_bot: boolean; tz?: unknown; profile?: unknown }[],
    )
    expect(new Set(members.map(({ id }) => id)).size).toBe(members.length)
    expect(members.length).toBeGreaterThan(3000)
    expect(members.findIndex(({ id }) => id === 'U0TANAKA')).toBeGreaterThan(2499)
    for (const kind of ['deleted', 'is_bot', 'is_restricted'] as const)
      expect(
        members.some((each) => (each as Record<string, unknown>)[kind]),
        kind,
      ).toBe(true)
    expect(members.some(({ tz }) => tz === null)).toBe(true)
    expect(members.some(({ profile }) => profile === undefined)).toBe(true)
  })

  it('makes for a page those who stand in it, each once, and holds none of them afterwards', async () => {
    const crowd = crowdOfPeople(50_000)
    const made: number[] = []
    const at = (place: number) => {
      made.push(place)
      return crowd.at(place)
    }
    sandbox.workspace.users.gather({ ...crowd, at })
    const { response_metadata: metadata } = await bot.users.list({ limit: 1000, include_locale: true })
    expect(made).toEqual(Array.from({ length: 1000 }, (_, place) => place))
    await bot.users.list({ limit: 500, cursor: metadata?.next_cursor ?? '' })
    expect(made.slice(1000)).toEqual(Array.from({ length: 500 }, (_, place) => 1000 + place))
  })

  it('has short and empty pages of channels before the end where archived ones are left out', async () => {
    await driver.workspace({ channels: 3000 })
    const sizes = (await pages('conversations.list', { exclude_archived: true, limit: 100 })).map(
      (page) => (page.channels as unknown[]).length,
    )
    expect(sizes).toContain(0)
    expect(sizes.at(-1)).toBeGreaterThan(0)
    expect(sizes.filter((size) => size > 0 && size < 100).length).toBeGreaterThan(5)
  })

  it('keeps whoever of the crowd does something, and a channel that the bot joins', async () => {
    await driver.workspace({ people: 1000, channels: 1000, usergroups: 100 })
    await bot.conversations.join({ channel: 'C0P000500' })
    await bot.conversations.invite({ channel: 'C0GENERAL', users: 'U0P000900' })
    await driver.act({ as: 'person-000901', do: 'join', channel: '#general' })
    const { users, channels, more } = await driver.state()
    expect(users.map(({ id }) => id)).toEqual(expect.arrayContaining(['U0P000900', 'U0P000901']))
    expect(channels.find(({ id }) => id === 'C0P000500')?.members).toContain('U0SSSBOT01')
    expect(users.length + more.users).toBe(1000 + 520)
    expect((await bot.users.conversations({})).channels?.map(({ id }) => id)).toContain('C0P000500')
    expect((await bot.usergroups.list({ include_users: true })).usergroups).toHaveLength(105)
  })

  it('is searched for what a picture does not show', async () => {
    await driver.workspace({ people: 50_000, channels: 20_000 })
    const response = await fetch(`${sandbox.url}/_sandbox/search?q=person-049999`)
    expect(await response.json()).toMatchObject({ users: [{ id: 'U0P049999' }], channels: [] })
    const { users, channels } = await driver.state()
    expect([users.length < 1000, channels.length < 300]).toEqual([true, true])
  })
})

it('the free plan has no user groups, and says why', async () => {
  await driver.workspace({ plan: 'free' })
  await expect(bot.usergroups.list({})).rejects.toThrow('plan_upgrade_required')
  await expect(bot.usergroups.users.list({ usergroup: 'S0CSIRT' })).rejects.toThrow('plan_upgrade_required')
  expect(await driver.act({ do: 'usergroup', id: 'csirt', users: [] })).toMatchObject({ code: 'plan_upgrade_required' })
})

it('channels refuse what they do not take, from the bot and from people', async () => {
  await driver.workspace({ read_only: ['#incidents'], thread_only: ['#dev-all'], non_threadable: ['#service-a'] })
  const post = (channel: string, thread_ts?: string) =>
    bot.chat.postMessage({ channel, text: 'x', ...(thread_ts ? { thread_ts } : {}) })
  await expect(post('C0INCIDENTS')).rejects.toThrow('restricted_action_read_only_channel')
  await expect(post('C0DEVALL')).rejects.toThrow('restricted_action_thread_only_channel')
  const [first] = await driver.messages('dev-all')
  await expect(post('C0DEVALL', first?.ts)).resolves.toMatchObject({ ok: true })
  const { ts } = await post('C0SERVICEA')
  await expect(post('C0SERVICEA', ts)).rejects.toThrow('restricted_action_non_threadable_channel')
  const { channel } = await bot.conversations.info({ channel: 'C0INCIDENTS' })
  expect(channel).toMatchObject({ is_read_only: true })
  expect(await driver.act({ as: 'ito', do: 'post', channel: '#incidents', text: 'x' })).toMatchObject({
    code: 'restricted_action_read_only_channel',
  })
})
