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
