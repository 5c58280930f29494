import { expect, test, vi } from 'vitest'
import { patient } from '../harness/patience.ts'
import { until } from '../harness/until.ts'
import { declare, viewOf, wordsOf } from './declaring.ts'
import { broadcastsIn, cardSaying, everyIncident } from './policy.ts'
import { channelsOfBot, policyOfA, wrongs } from './records.ts'
import { openStage } from './stage.ts'

vi.setConfig({ testTimeout: patient(90_000) })

test('a channel archived a moment ago holds nobody up; the card says why, until the bot is let in again', async () => {
  await using stage = await openStage({ settings: everyIncident('#incidents', '#dev-all') })
  const { driver } = stage
  await driver.act({ as: 'watanabe', do: 'archive', channel: '#incidents' })
  await declare(driver, '障害')
  await cardSaying(driver, '<#C0INCIDENTS> に周知できません', 'アーカイブされています')
  const told = ['service-a', 'dev-all']
  // The first card says it already: the rest is still under way.
  await until(async () =>
    expect(wrongs(await driver.state(), { declarations: 1, people: policyOfA.people, told })).toEqual([]),
  )

  await driver.act({ as: 'watanabe', do: 'unarchive', channel: '#incidents' })
  await driver.act({ as: 'watanabe', do: 'invite', channel: '#incidents', users: ['sssbot'] })
  await stage.quiet()
  expect(await broadcastsIn(driver, 'incidents')).toBe(1)
  expect(await cardSaying(driver)).not.toContain('周知できません')
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
