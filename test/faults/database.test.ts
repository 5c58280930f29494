import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src/kit/db/index.ts'
import { startBot } from '../harness/bot.ts'
import { serverUrl } from '../harness/database.ts'
import { declare } from './declaring.ts'
import { channelsOfBot, policyOfA, wrongs } from './records.ts'
import { drive, wrongsOfTheEnd } from './responding.ts'
import { hurried, openStage } from './stage.ts'

test('two replicas whose database breaks every connection again and again bring a response to its end, once', {
  timeout: 300_000,
}, async () => {
  const database = await serverUrl()
  await using stage = await openStage({ database })
  const { driver, quiet } = stage
  const second = await startBot({ sandbox: stage.line, settings: { slack: hurried }, database })
  const breaker = await openDatabase({ url: database, poolSize: 1 })
  // What a restart of the server looks like from here.
  const breakAll = () =>
    breaker.transaction((tx) =>
      sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(tx),
    )
  try {
    await declare(driver, '障害')
    await breakAll()
    await quiet()
    expect(wrongs(await driver.state(), { declarations: 1, ...policyOfA })).toEqual([])

    const ours = (state: Parameters<typeof channelsOfBot>[0]) => channelsOfBot(state)[0]
    const driving = drive(stage, ours, undefined, false)
    await breakAll()
    expect(await driving).toEqual([])
    await breakAll()
    await quiet()
    expect(await wrongsOfTheEnd(stage, ours)).toEqual([])
  } finally {
    await breaker.close()
    await second.stop()
  }
})
