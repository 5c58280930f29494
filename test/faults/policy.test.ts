import { expect, test, vi } from 'vitest'
import type { Driver } from '../../sandbox/server/testing/driver.ts'
import { declare, until, viewOf, wordsOf } from './declaring.ts'
import { channelsOfBot, markOf, policyOfA, wrongs } from './records.ts'
import { openStage } from './stage.ts'

// Whole bots on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000 })

const everyIncident = (...broadcast: string[]) => ({ notify: [{ broadcast }] })

/** What the card of the only incident says, once it says all of `words`. */
const cardSaying = (driver: Driver, ...words: string[]): Promise<string> =>
  until(async () => {
    const [channel] = channelsOfBot(await driver.state())
    const card = wordsOf(channel?.messages.find((each) => markOf(each)?.slot === 'card'))
    const missing = words.filter((each) => !card.includes(each))
    if (missing.length > 0) throw new Error(`The card does not say ${missing.join(', ')}: ${card}`)
    return card
  })

const broadcastsIn = async (driver: Driver, name: string) =>
  (await driver.messages(name)).filter((each) => markOf(each)?.slot.startsWith('broadcast:')).length

test('channels that the bot cannot find are named on the card, and the others are told', async () => {
  await using stage = await openStage({
    settings: everyIncident('#incidents', '#csirt', '#nowhere', '#dev-all'),
    before: (driver) => driver.act({ as: 'watanabe', do: 'archive', channel: '#incidents' }),
  })
  const { driver } = stage
  await declare(driver, '障害')
  await stage.quiet()
  await cardSaying(driver, '設定にある名前が見つかりません', '#incidents', '#csirt', '#nowhere')
  const told = ['service-a', 'dev-all']
  expect(wrongs(await driver.state(), { declarations: 1, people: policyOfA.people, told })).toEqual([])
})

test('a channel archived a moment ago holds nobody up; the card says why, until the bot is let in again', async () => {
  await using stage = await openStage({ settings: everyIncident('#incidents', '#dev-all') })
  const { driver } = stage
  await driver.act({ as: 'watanabe', do: 'archive', channel: '#incidents' })
  await declare(driver, '障害')
  await cardSaying(driver, '<#C0INCIDENTS> に周知できません', 'アーカイブされています')
  const told = ['service-a', 'dev-all']
  expect(wrongs(await driver.state(), { declarations: 1, people: policyOfA.people, told })).toEqual([])

  await driver.act({ as: 'watanabe', do: 'unarchive', channel: '#incidents' })
  await driver.act({ as: 'watanabe', do: 'invite', channel: '#incidents', users: ['sssbot'] })
  await stage.quiet()
  expect(await broadcastsIn(driver, 'incidents')).toBe(1)
  expect(await cardSaying(driver)).not.toContain('周知できません')
})

test('a private channel that the bot was removed from is named on the card, and told once it is invited', async () => {
  await using stage = await openStage({
    settings: everyIncident('#csirt', '#dev-all'),
    before: (driver) => driver.act({ as: 'kato', do: 'invite', channel: '#csirt', users: ['sssbot'] }),
  })
  const { driver } = stage
  await driver.act({ as: 'kato', do: 'kick', channel: '#csirt', users: ['sssbot'] })
  await declare(driver, '障害')
  await cardSaying(driver, '<#C0CSIRT> に周知できません', '招待してください')
  const told = ['service-a', 'dev-all']
  expect(wrongs(await driver.state(), { declarations: 1, people: policyOfA.people, told })).toEqual([])

  await driver.act({ as: 'kato', do: 'invite', channel: '#csirt', users: ['sssbot'] })
  await stage.quiet()
  expect(await broadcastsIn(driver, 'csirt')).toBe(1)
})

test('a guest and a leaver in the team are not invited, the card says so, and the others come', async () => {
  await using stage = await openStage({
    before: (driver) =>
      driver.act({ do: 'usergroup', id: 'service-a', users: [...policyOfA.people, 'guest-mori', 'ogawa'] }),
  })
  const { driver } = stage
  await declare(driver, '障害')
  await stage.quiet()
  await cardSaying(driver, '招待していません', '<@U0GUESTMORI>', '<@U0OGAWA>')
  expect(wrongs(await driver.state(), { declarations: 1, ...policyOfA })).toEqual([])
})

test('somebody who has left without the bot knowing keeps nobody out, and the card says that they did not come', async () => {
  await using stage = await openStage()
  const { driver, app } = stage
  await driver.act({ do: 'deactivate', user: 'alice' })
  const alice = app.world.db.read.selectFrom('directory_people').select('is_deactivated').where('handle', '=', 'alice')
  await until(async () => expect(await alice.executeTakeFirst()).toEqual({ is_deactivated: true }))
  await app.world.db.transaction((tx) =>
    tx.updateTable('directory_people').set({ is_deactivated: false }).where('handle', '=', 'alice').execute(),
  )
  await declare(driver, '障害')
  await cardSaying(driver, '<@U0ALICE> を招待できません')
  const others = policyOfA.people.filter((each) => each !== 'alice')
  expect(wrongs(await driver.state(), { declarations: 1, people: others, told: policyOfA.told })).toEqual([])
})

test('a missing permission is told in the form, and the channel comes once it is given', async () => {
  await using stage = await openStage()
  const { driver, sandbox } = stage
  const scopes = [...sandbox.workspace.scopes]
  await driver.scopes(scopes.filter((each) => each !== 'channels:manage'))
  await declare(driver, '障害')
  await until(async () => expect(wordsOf(viewOf(await driver.state()))).toContain('権限（スコープ）が足りません'))
  expect(channelsOfBot(await driver.state())).toEqual([])

  await driver.scopes(scopes)
  await stage.quiet()
  expect(wrongs(await driver.state(), { declarations: 1, ...policyOfA })).toEqual([])
  expect(wordsOf(viewOf(await driver.state()))).toContain('を作りました')
})

test('the same is told in the declarer’s own language', async () => {
  await using stage = await openStage()
  const { driver, sandbox } = stage
  await driver.scopes(sandbox.workspace.scopes.filter((each) => each !== 'channels:manage'))
  await declare(driver, 'Logins fail', 'alice')
  await until(async () => expect(wordsOf(viewOf(await driver.state(), 'alice'))).toContain('lacks a permission'))
})

test('while Slack cannot make channels at all the form says so, and goes on by itself afterwards', async () => {
  await using stage = await openStage()
  const { driver } = stage
  await driver.fault({ method: 'conversations.create', http_status: 503 })
  await declare(driver, '障害')
  await until(async () => expect(wordsOf(viewOf(await driver.state()))).toContain('まだ作れていません'))

  await driver.clearFaults()
  await stage.quiet()
  expect(wrongs(await driver.state(), { declarations: 1, ...policyOfA })).toEqual([])
  expect(wordsOf(viewOf(await driver.state()))).toContain('を作りました')
})
