import { sql } from 'kysely'
import { openDatabase } from '../../src/kit/db/index.ts'
import { startBot } from '../harness/bot.ts'
import { serverUrl } from '../harness/database.ts'
import { hurried, openStage, type Stage } from './stage.ts'

/** Two replicas on one database; `breakAll` breaks every connection to it: what a restart of the server looks like from here. */
export async function withTwoReplicas(
  work: (stage: Stage, breakAll: () => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const database = await serverUrl()
  await using stage = await openStage({ database })
  const second = await startBot({ sandbox: stage.line, settings: { slack: hurried }, database })
  const breaker = await openDatabase({ url: database, poolSize: 1 })
  const breakAll = () =>
    breaker.transaction((tx) =>
      sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(tx),
    )
  try {
    await work(stage, breakAll)
  } finally {
    await breaker.close()
    await second.stop()
  }
}
