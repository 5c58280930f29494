import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src/kit/db/index.ts'
import { serverUrl } from '../harness/database.ts'
import { patient } from '../harness/patience.ts'
import { until } from '../harness/until.ts'
import { declare, wordsOf } from './declaring.ts'
import { channelsOfBot } from './records.ts'
import { cardIn } from './responding.ts'
import { openStage } from './stage.ts'

test('a database that became a replica is told as a trouble, and once there is a primary again the bot goes on', {
  timeout: patient(120_000),
}, async () => {
  const database = await serverUrl()
  await using stage = await openStage({ database, logLevel: 'warn' })
  const { driver, app, errors } = stage
  await declare(driver, '障害')
  await stage.quiet()
  const admin = await openDatabase({ url: database, poolSize: 1 })
  const name = new URL(database).pathname.slice(1)
  const turn = (words: string) =>
    admin.transaction(async (tx) => {
      await sql.raw(words).execute(tx)
    })
  try {
    await turn(`alter database ${name} set default_transaction_read_only = on`)
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(admin.read)
    const began = errors.length
    const asked = await driver.act({ as: 'tanaka', do: 'post', channel: '#general', text: '@sssbot 助けて' })
    expect(asked.ok).toBe(true)
    await until(async () => expect((await fetch(`${app.url}/healthz`)).status).toBe(503))
    expect(await app.status()).toMatchObject({ ok: false, troubles: ['database'], slack: 'connected', parked: null })
    expect(errors.slice(began).filter((line) => line.includes('waiting for it'))).toHaveLength(1)
    await turn(`alter database ${name} reset default_transaction_read_only`)
    await until(async () => expect(await app.status()).toMatchObject({ ok: true, parked: 0, setAside: 0 }))
    await declare(driver, '別の障害')
    await until(async () => {
      const cards = channelsOfBot(await driver.state()).map((each) => cardIn(each))
      expect(cards.map((card) => wordsOf(card)).join()).toContain('別の障害')
    })
  } finally {
    await admin.close()
  }
})
