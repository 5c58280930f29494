import { expect, type TestContext } from 'vitest'
import { createSandbox, type Sandbox } from '../../sandbox/server/index.ts'
import { createManualClock, type ManualClock } from '../../src/kit/clock.ts'
import { createLog } from '../../src/kit/log.ts'
import { type Bot, type Overrides, startBot } from '../harness/bot.ts'
import { type DatabaseName, serverUrl } from '../harness/database.ts'
import { createLeapingClock, type LeapingClock } from '../harness/leaping-clock.ts'
import { noteStory } from '../harness/ledger.ts'
import { patience } from '../harness/patience.ts'
import {
  type Photograph,
  photographDatabase,
  photographWorkspace,
  restoreDatabase,
  restoreWorkspace,
  type WorkspacePhotograph,
} from '../harness/photograph.ts'
import { expectOneOffer } from './offers.ts'
import { quiet, settled } from './quiet.ts'

/** What a story asks of the ground that it stands on. */
export type Wanted = {
  database: DatabaseName
  /** Read again at each story: it may name servers that were started for that one. */
  settings: Overrides
  begins: Date
  secrets: Readonly<Record<string, string>>
}

/** A workspace and the bot in it, which many stories share: each finds them as they stood after the boot. */
export type Ground = {
  sandbox: Sandbox
  bot: Bot
  clock: ManualClock
  slackClock: LeapingClock
  /** What the bot has logged since the story began, one line of JSON each. */
  log: string[]
  /** Ends the bot and starts it on the same database; `meanwhile` comes in between. PostgreSQL only. */
  restart(meanwhile: () => unknown): Promise<void>
}

type Standing = Ground & {
  wanted: Wanted
  rows: Photograph
  workspace: WorkspacePhotograph
  isSpoilt: boolean
  /** The settings of its boot, as text. */
  bootedWith: string
}

/** What stories find in every workspace: short pages, another app that writes, odd items in the lists, and whispers that vanish. */
const unkind = { page_size: 150, other_app: true, oddities: true, ephemerals: 'vanish' } as const

/** Longer than any budget's window, and than anybody is sent away for. */
const untilBudgetsAreFreeMs = 11 * 60_000

/**
 * What stands, by what only a boot can give: the files of a worker share it (`isolate: false` in vitest.config.ts), since starting a bot
 * and compiling PGlite costs more than most files. Settings are put in force on a bot that runs. It ends with the process.
 */
const standing = new Map<string, Standing>()
const keyOf = ({ database, secrets }: Wanted) => [database, secrets.SSSBOT_API_TOKEN].join('\n')
let used: Standing | undefined

/** The ground for a story: the one that stands, put back to how it was after its boot, or else a new one. */
export async function groundFor(
  wanted: Wanted,
  boot: 'whatever stands' | 'a boot' = 'whatever stands',
): Promise<Ground> {
  const key = keyOf(wanted)
  const there = standing.get(key)
  if (boot === 'whatever stands' && there && isFit(there, wanted)) {
    used = there
    return putBack(there, wanted)
  }
  standing.delete(key)
  if (there) await leave(there)
  used = await build(boot === 'a boot' ? wanted : { ...wanted, settings: {} })
  standing.set(key, used)
  return boot === 'a boot' ? used : putBack(used, wanted)
}

/** Whether a ground can be put back for a story: what a boot makes of settings of its own is for nobody else. */
const isFit = ({ isSpoilt, bootedWith }: Standing, { settings }: Wanted) =>
  !isSpoilt && [JSON.stringify({}), JSON.stringify(settings)].includes(bootedWith)

async function build(wanted: Wanted): Promise<Standing> {
  const clock = createManualClock(wanted.begins)
  const slackClock = createLeapingClock()
  const sandbox = await createSandbox({
    workspace: unkind,
    limitsNow: () => slackClock.now().getTime(),
    slowness: patience,
  })
  const address = wanted.database === 'PGlite' ? 'memory' : await serverUrl('socket')
  const bootedWith = JSON.stringify(wanted.settings)
  const ground = { wanted, clock, slackClock, sandbox, log: [] as string[], isSpoilt: false, bootedWith }
  const start = () =>
    startBot({
      sandbox,
      settings: ground.wanted.settings,
      database: address,
      clock,
      slackClock,
      secrets: () => ground.wanted.secrets,
      log: createLog({ level: 'debug', destination: { write: (line) => void ground.log.push(line) } }),
    })
  const bot = await start()
  const built: Standing = Object.assign(ground, {
    bot,
    rows: undefined as unknown as Photograph,
    workspace: undefined as unknown as WorkspacePhotograph,
    async restart(meanwhile: () => unknown) {
      built.isSpoilt = true
      await built.bot.stop()
      await meanwhile()
      built.bot = await start()
      built.isSpoilt = false
    },
  })
  await quiet(built)
  built.rows = await photographDatabase(bot.app.world.db)
  built.workspace = photographWorkspace(sandbox.workspace)
  return built
}

async function putBack(ground: Standing, wanted: Wanted): Promise<Ground> {
  await ground.bot.driver.reset()
  restoreWorkspace(ground.sandbox.workspace, ground.workspace)
  ground.clock.rewindTo(wanted.begins)
  await restoreDatabase(ground.bot.app.world.db, ground.rows)
  ground.slackClock.leap(untilBudgetsAreFreeMs)
  ground.wanted = wanted
  await ground.bot.configure(wanted.settings)
  ground.log.length = 0
  return ground
}

/** At the end of a story: everything is done, or the ground is not fit for another one. Fails where an error was logged. */
export async function endStory({ task }: Pick<TestContext, 'task'>): Promise<void> {
  if (!used) return
  const ended = used
  used = undefined
  await ended.bot.driver.clearFaults()
  const isDone = await settled(ended).then(
    () => true,
    () => false,
  )
  ended.isSpoilt ||= !isDone
  await noteStory(ended.wanted.database, ended.bot.app.world.db, ended.log)
  expectNoErrors(ended.log)
  // What a story leaves half done, because Slack is broken in it or its budget is spent, has not been tidied up either.
  if (isDone && task.result?.state !== 'fail' && (await isShown(ended))) expectOneOffer(await ended.bot.driver.state())
}

/** Whether Slack shows all that there is to show: nothing waits for its budget. */
async function isShown({ bot }: Ground): Promise<boolean> {
  const { db } = bot.app.world
  const waits = db.read.selectFrom('projections').select('subject').whereRef('rendered_version', '<', 'version')
  return (await waits.limit(1).execute()).length === 0
}

async function leave(left: Standing): Promise<void> {
  left.log.length = 0
  await left.bot.stop()
  await left.sandbox.close()
  expectNoErrors(left.log)
}

const expectNoErrors = (log: readonly string[]) =>
  expect(log.filter((line) => (JSON.parse(line) as { level: number }).level >= 50)).toEqual([])
