import { expect } from 'vitest'
import { createSandbox } from '../../sandbox/server/index.ts'
import { createDriver } from '../../sandbox/server/testing/driver.ts'
import { later, systemClock } from '../../src/kit/clock.ts'
import { settingsFrom, startBot } from '../harness/bot.ts'
import { seed } from '../harness/crowd.ts'
import { checkpointsIn, openCrowdedSlack } from '../harness/crowded-slack.ts'
import { serverUrl } from '../harness/database.ts'
import { until } from '../harness/until.ts'
import { submit, viewOf } from './declaring.ts'
import { channelsOfBot } from './records.ts'

/** After an outage of ours many checkpoints are due at once: each comes once, and a declaration does not wait for them. */
export async function comeBackAfterOutage(incidents: number): Promise<void> {
  const url = await serverUrl()
  const anHourAgo = later(systemClock.now(), -60 * 60_000)
  const rendered = new Set(Array.from({ length: incidents }, (_, incident) => incident))
  await seed({ open: { url }, settings: await settingsFrom({}), incidents, dueAt: () => anHourAgo, rendered })
  const sandbox = await createSandbox({ rateLimits: false })
  const slack = await openCrowdedSlack(sandbox.url, { limited: true })
  const bot = await startBot({ sandbox: slack, database: url })
  try {
    const driver = createDriver(sandbox.url)
    const before = checkpointsIn(slack.arrived).size
    const opened = await driver.act({ as: 'tanaka', do: 'shortcut', callback_id: 'incident.declare.shortcut' })
    const form = opened.ok ? (opened.view ?? viewOf(await driver.state())) : undefined
    if (!form) throw new Error(`The form did not open: ${JSON.stringify(opened)}`)
    await submit(driver, form, '障害')
    await until(async () => expect(channelsOfBot(await driver.state())).toHaveLength(1), 60_000)
    const whenMade = checkpointsIn(slack.arrived).size
    expect([before, whenMade].every((came) => came < incidents)).toBe(true)

    await until(async () => expect(checkpointsIn(slack.arrived).size).toBe(incidents), 120_000)
    expect(new Set([...checkpointsIn(slack.arrived).values()].map((came) => came.length))).toEqual(new Set([1]))
    // The budget is kept before Slack has to say so.
    expect(slack.arrived.filter((call) => call.limited)).toEqual([])
    expect(slack.arrived.filter((call) => call.method === 'chat.update').length).toBeLessThanOrEqual(50)
  } finally {
    await bot.stop()
    await slack.close()
    await sandbox.close()
  }
}
