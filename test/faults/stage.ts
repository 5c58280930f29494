import { createSandbox, type Sandbox } from '../../sandbox/server/index.ts'
import { type Bot, type Overrides, startBot } from '../harness/bot.ts'
import { createTroubledLine, type TroubledLine } from '../harness/troubled-line.ts'
import { until } from './declaring.ts'

/** How long the bot waits for an answer of Slack, and for what a lost call may still do, in milliseconds. */
export const hurried = { timeout: '1s', settle: '1s' } as const
/** After this many milliseconds a late call lands: the bot has given it up, and has not looked yet. */
const lateMs = 1_400

/** A workspace and a bot in this process, connected by a line that can be troubled. */
export type Stage = Bot & {
  sandbox: Sandbox
  line: TroubledLine
  /** Resolves when nothing is left to be done: the bot has shown all that it knows. */
  quiet(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

export async function openStage(
  settings: Overrides = {},
  prepare?: (sandbox: Sandbox) => Promise<void>,
): Promise<Stage> {
  const sandbox = await createSandbox({ rateLimits: false, redeliveryScale: 0.01 })
  await prepare?.(sandbox)
  const line = await createTroubledLine(sandbox.url, { lateMs })
  const bot = await startBot({ sandbox: line, settings: { slack: hurried, ...settings } })
  const { read } = bot.app.world.db
  await until(async () => {
    const known = await read.selectFrom('directory_channels').select('id').where('is_member', '=', false).execute()
    const refreshed = await read.selectFrom('directory_refreshes').select('at').executeTakeFirst()
    // The private channel is all that the bot does not join by itself.
    if (!refreshed || known.length > 0) throw new Error('The workspace has not been read')
  })
  return {
    ...bot,
    sandbox,
    line,
    async quiet() {
      await until(async () => {
        const behind = await read
          .selectFrom('projections')
          .select(['subject', 'version', 'rendered_version', 'retry_at'])
          .whereRef('rendered_version', '<', 'version')
          .execute()
        if (behind.length > 0) throw new Error(`Not shown yet: ${JSON.stringify(behind)}`)
      })
    },
    async [Symbol.asyncDispose]() {
      await bot.stop()
      await line.close()
      await sandbox.close()
    },
  }
}
