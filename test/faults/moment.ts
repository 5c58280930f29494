import type { Sandbox } from '../../sandbox/server/index.ts'
import type { Bot } from '../harness/bot.ts'
import {
  type Photograph,
  photographDatabase,
  photographWorkspace,
  restoreDatabase,
  restoreWorkspace,
  type WorkspacePhotograph,
} from '../harness/photograph.ts'

/** All that stands in a workspace and in the database of its bot at one moment. */
export type Moment = { rows: Photograph; workspace: WorkspacePhotograph }

type Ground = { bot: Bot; sandbox: Sandbox }

/** Keeps what stands now. The bot must have nothing in hand. */
export async function keepMoment({ bot, sandbox }: Ground): Promise<Moment> {
  return { rows: await photographDatabase(bot.app.world.db), workspace: photographWorkspace(sandbox.workspace) }
}

/**
 * Puts back what stood at that moment of the same bot, which goes on running: a start costs more than most cases. The bot must have
 * nothing in hand. Forms that were open are closed; Slack's log of calls begins anew.
 */
export async function putBack({ bot, sandbox }: Ground, { rows, workspace }: Moment): Promise<void> {
  await bot.driver.reset()
  restoreWorkspace(sandbox.workspace, workspace)
  await restoreDatabase(bot.app.world.db, rows)
}
