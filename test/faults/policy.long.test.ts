import { expect, test, vi } from 'vitest'
import { patient } from '../harness/patience.ts'
import { until } from '../harness/until.ts'
import { declare, viewOf, wordsOf } from './declaring.ts'
import { broadcastsIn, cardSaying, everyIncident } from './policy.ts'
import { policyOfA, wrongs } from './records.ts'
import { openStage } from './stage.ts'

vi.setConfig({ testTimeout: patient(90_000) })

test('channels that the bot cannot find are named on the card, and the others are told', async () => {
  await using stage = await openStage({
    settings: everyIncident('#incidents', '#csirt', '#nowhere', '#dev-all'),
    before: (driver) => driver.act({ as: 'watanabe', do: 'archive', channel: '#incidents' }),
  })
  const { driver } = stage
  await declare(driver, '障害')
  // Slack may still tell of an archiving that happened before the start: then the card says what became of that channel.
  const told = ['service-a', 'dev-all']
  await until(async () => {
    const card = await cardSaying(driver, '設定にある名前が見つかりません', '#csirt', '#nowhere')
    expect(card).toMatch(/#incidents|<#C0INCIDENTS> に周知できません/)
    for (const each of told) expect(await broadcastsIn(driver, each)).toBe(1)
    expect(wrongs(await driver.state(), { declarations: 1, people: policyOfA.people, told })).toEqual([])
  })
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
  // The first card says it already: the rest is still under way.
  await until(async () =>
    expect(wrongs(await driver.state(), { declarations: 1, people: policyOfA.people, told })).toEqual([]),
  )

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
