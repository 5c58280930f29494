import { expect, test, vi } from 'vitest'
import { patient } from '../harness/patience.ts'
import { declare } from './declaring.ts'
import { cardSaying } from './policy.ts'
import { channelsOfBot } from './records.ts'
import { openStage } from './stage.ts'

vi.setConfig({ testTimeout: patient(90_000) })

test('a channel that Slack made under another name, and did not say so, is found and made once', async () => {
  await using stage = await openStage()
  const { driver } = stage
  const day = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Tokyo' }).format(new Date()).replaceAll('-', '')
  await driver.fault({
    method: 'conversations.create',
    instead: { name: `サービスa_${day}i` },
    times: 1,
    cut: 'after',
  })
  await declare(driver, '障害')
  await stage.quiet()
  expect(channelsOfBot(await driver.state()).map(({ name }) => name)).toEqual([`サービスa_${day}i`])
  await cardSaying(driver, `Slack が \`サービスa_${day}i\` に変えました`)
})

test('the same letters in another form are the same name: found after a crash, made once, and nothing is told of it', async () => {
  await using stage = await openStage()
  const { driver } = stage
  const day = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Tokyo' }).format(new Date()).replaceAll('-', '')
  const apart = `サービスa-${day}i`.normalize('NFD')
  expect(apart).not.toBe(`サービスa-${day}i`)
  await driver.fault({ method: 'conversations.create', instead: { name: apart }, times: 1, cut: 'after' })
  await declare(driver, '障害')
  await stage.quiet()
  expect(channelsOfBot(await driver.state()).map(({ name }) => name)).toEqual([apart])
  expect(await cardSaying(driver)).not.toContain('変えました')
})
