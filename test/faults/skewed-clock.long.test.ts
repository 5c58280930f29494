import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { createSandbox } from '../../sandbox/server/index.ts'
import { startBot } from '../harness/bot.ts'
import { serverUrl } from '../harness/database.ts'
import { createLeapingClock } from '../harness/leaping-clock.ts'
import { patient } from '../harness/patience.ts'
import { until } from '../harness/until.ts'
import { declare } from './declaring.ts'
import { broadcastsIn } from './policy.ts'
import { channelsOfBot } from './records.ts'

vi.setConfig({ testTimeout: patient(90_000) })

test.each([
  ['ahead of', 10],
  ['behind', -10],
])(
  'a machine whose clock is ten minutes %s Slack’s finds what lost calls have made, and makes nothing twice',
  async (_, minutes) => {
    const sandbox = await createSandbox({ rateLimits: false, redeliveryScale: 0.01 })
    const slackClock = createLeapingClock()
    slackClock.leap(minutes * 60_000)
    const bot = await startBot({ sandbox, database: await serverUrl(), slackClock })
    const { driver, app } = bot
    await driver.fault({ method: 'conversations.create', cut: 'after', times: 1 })
    await driver.fault({ method: 'chat.postMessage', cut: 'after', times: 1, args: { channel: 'C0INCIDENTS' } })
    await declare(driver, '障害')
    await until(async () => {
      expect(await broadcastsIn(driver, 'incidents')).toBeGreaterThan(0)
      const behind = await sql`select subject from projections where rendered_version < version`.execute(
        app.world.db.read,
      )
      expect(behind.rows).toEqual([])
    })
    expect(channelsOfBot(await driver.state())).toHaveLength(1)
    expect(await broadcastsIn(driver, 'incidents')).toBe(1)
    await bot.stop()
    await sandbox.close()
  },
)
