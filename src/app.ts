import type { Config } from './config.ts'
import { createDoctorInTheBot } from './doctor/in-the-bot.ts'
import type { Status } from './edges/http/page.ts'
import { createReceiver, type Times } from './edges/slack/receive/index.ts'
import { createAsk } from './edges/worker/ask.ts'
import { createPost } from './edges/worker/post.ts'
import { startWorkers } from './edges/worker/workers.ts'
import { type Clock, systemClock } from './kit/clock.ts'
import { type DatabaseOptions, migrate, openDatabase } from './kit/db/index.ts'
import { createEnding } from './kit/ending.ts'
import { createGit } from './kit/git/index.ts'
import { createGitHubs } from './kit/github/index.ts'
import { tryAgain } from './kit/jobs/index.ts'
import type { Log } from './kit/log.ts'
import { createModels } from './kit/models/index.ts'
import { createTimerLoop } from './kit/timers/index.ts'
import * as assembly from './rooms/assembly/index.ts'
import { createEar } from './rooms/channel/index.ts'
import { keptOutWords, restartingWords, unreadableWords } from './rooms/commands/index.ts'
import { createGate, refresh } from './rooms/directory/index.ts'
import type { World } from './rooms/facts/index.ts'
import { createInbox, createListeners } from './rooms/inbox/index.ts'
import * as models from './rooms/models/index.ts'
import { createBoards, createFeed } from './rooms/now/index.ts'
import { createProjector } from './rooms/projection/index.ts'
import * as publishing from './rooms/publishing/index.ts'
import * as record from './rooms/record/index.ts'
import * as search from './rooms/search/index.ts'
import type { Problem, Settings } from './rooms/settings/index.ts'
import * as tokens from './rooms/tokens/index.ts'
import { openDoors } from './wiring/doors.ts'
import { givingUp } from './wiring/giving-up.ts'
import { openHttp } from './wiring/http.ts'
import { shutChannels } from './wiring/shut-channels.ts'
import { createStatus } from './wiring/status.ts'
import { slotHooks, subjects } from './wiring/subjects.ts'
import { keepTimers, timerHandlers } from './wiring/timers.ts'
import { createWorld } from './wiring/world.ts'

export type AppOptions = {
  config: Config
  settings(): Settings
  /** Why the settings file as it is now was refused; empty while what it says is in force. */
  refusedSettings?(): readonly Problem[]
  log: Log
  /** A test's own time. Connections to Slack always run on the machine's. */
  clock?: Clock
  /** The time of Slack's budgets and of what waits for them: the machine's, unless a test lets it run faster. */
  slackClock?: Clock
  /** A database in memory instead of the data folder, for tests. */
  memory?: NonNullable<DatabaseOptions['memory']>
  /** How long the look-out for other installations on the same Slack app waits: the usual times, unless a test has not got a minute. */
  strangerTimes?: Times
  /** Gives the start up: what was started is stopped, and `startApp` rejects with `Stopping`. */
  signal?: AbortSignal
}

export interface App {
  /** Where the bot's HTTP server listens. */
  readonly url: string
  readonly world: World
  /** All that the bot knows of how it is. */
  status(): Promise<Status>
  /** Other settings are in force: timers that they ask for are set, and those that they no longer want are taken back. */
  settingsChanged(): Promise<void>
  /** How many presses, forms and commands of people are being dealt with now, what follows the answer to Slack included. */
  inHand(): number
  /** Every route of its HTTP server, as `GET /healthz`. */
  doors: readonly string[]
  /** Ends within 5 s; what is in hand is finished or undone, and waits in the database for the next start. Once: again is the same end. */
  stop(): Promise<void>
}

/** Wires the whole bot and starts it. Throws a `SetupError` for what the person who runs it must put right. */
export async function startApp({
  config,
  settings,
  refusedSettings = () => [],
  log,
  clock = systemClock,
  slackClock = systemClock,
  memory,
  strangerTimes,
  signal,
}: AppOptions): Promise<App> {
  const orGiveUp = givingUp(signal)
  const opening = openDatabase({
    url: config.databaseUrl,
    dataDir: memory ? undefined : config.dataDir,
    memory: memory ?? false,
    log,
  })
  const db = await orGiveUp(opening).catch((error: unknown) => {
    // Given up while it was being opened: nobody would close it.
    void opening.then((late) => late.close()).catch(() => {})
    throw error
  })
  const ending = createEnding({ log, cut: () => db.cut(), ground: () => db.close() })
  try {
    await orGiveUp(migrate(db, { log }))
    const lastCall = new AbortController()
    ending.add({ close: async () => lastCall.abort() })
    const { world, slack, address, listensAt } = createWorld({
      config,
      db,
      log,
      clock,
      slackClock,
      settings,
      signal: lastCall.signal,
    })
    const { jobs, ids, links } = world
    const projector = createProjector(
      {
        db,
        clock: slackClock,
        ids,
        log,
        slack,
        show: subjects(world, links),
        hooks: slotHooks(world),
        shut: shutChannels,
        settleMs: () => settings().slack.settle,
      },
      { alone: db.kind === 'pglite' },
    )
    const timers = createTimerLoop({ db, clock, log, handlers: timerHandlers(world) })
    const ear = createEar(db, systemClock)
    const linked = assembly.createLinkedThreads(db)
    const inbox = createInbox({ db, clock: slackClock, log, concerns: record.concernsOf(db, ear, linked) })
    const github = createGitHubs({ secret: config.secret, log, clock })
    const languageModels = createModels({ secret: config.secret })
    const post = createPost(clock)
    const ask = createAsk(clock)
    const doctor = createDoctorInTheBot({
      config,
      db,
      slack,
      github,
      models: languageModels,
      post,
      ask,
      log,
      strangers: () => receiver.strangers(),
    })
    const { botToken, apiUrl, appToken, signingSecret } = config.slack
    const receiver = createReceiver({
      transport: config.transport,
      botToken,
      inbox,
      clock: slackClock,
      log,
      restarting: (userId) => restartingWords(world, userId),
      unreadable: (userId) => unreadableWords(world, userId),
      gate: { keepsOut: createGate(world, slack), words: (userId, why) => keptOutWords(world, userId, why) },
      overhear: doctor.overhear,
      ours: createListeners(db, systemClock, ids.next('run')),
      ...(strangerTimes ? { strangerTimes } : {}),
      ...(appToken ? { appToken } : {}),
      ...(signingSecret ? { signingSecret } : {}),
      ...(apiUrl ? { apiUrl } : {}),
    })
    const doors = { app: receiver.app, slack, on: receiver.on }
    openDoors(doors, world, inbox)

    startWorkers({
      world,
      slack,
      github,
      git: (folder) => createGit(folder, config.searchPath),
      desk: models.createDesk(languageModels, () => receiver.inHand()),
      machine: systemClock,
      projector,
      post,
      ask,
      secret: config.secret,
    })
    ending.add({ close: () => ear.stop() })
    await orGiveUp(ear.start())
    ending.add({ close: () => linked.stop() })
    await orGiveUp(linked.start())
    // The only process on its database: whoever held something is gone.
    if (db.kind === 'pglite') await orGiveUp(db.transaction((tx) => publishing.letAllGo(tx)))
    ending.add({ finish: () => jobs.finish(), close: () => jobs.stop(0) })
    // What had failed before may go well in this process.
    await orGiveUp(db.transaction((tx) => tryAgain(tx, 'failed', clock.now())))
    await orGiveUp(jobs.start())
    ending.add({ finish: () => projector.finish(), close: () => projector.stop() })
    projector.start()
    if (config.apiToken) await orGiveUp(tokens.warnOfNaming(world))
    await orGiveUp(keepTimers(world))
    await orGiveUp(record.repairAtStart(world))
    await orGiveUp(search.fillAtStart(world))
    ending.add({ finish: () => timers.stop() })
    timers.start()
    await orGiveUp(db.transaction((tx) => jobs.enqueue(tx, refresh, { why: 'start' })))

    const boards = createBoards(world, systemClock)
    const feed = createFeed(world, boards, systemClock)
    ending.add({ finish: () => feed.stop() })
    await orGiveUp(feed.start())
    const settingsChanged = async () => {
      boards.forget()
      await keepTimers(world)
    }
    const { healths, status } = createStatus({
      world,
      slack,
      receiver,
      inbox,
      jobs,
      timers,
      slackClock,
      sandboxUrl: config.sandboxUrl,
      refusedSettings,
    })
    const http = await openHttp({
      config,
      world,
      slack,
      receiver,
      inbox,
      address,
      doctor,
      healths,
      status,
      boards,
      feed,
      refusedSettings,
    })
    listensAt(http.url)
    ending.add({ finish: () => http.finish(), close: () => http.close() })
    ending.add({ finish: () => receiver.finish(), close: () => receiver.stop() })
    await orGiveUp(receiver.start())
    ending.add({ close: doctor.layKey(http.url) })
    const { inHand } = receiver
    return { url: http.url, doors: http.doors, world, status, settingsChanged, inHand, stop: ending.stop }
  } catch (error) {
    await ending.stop()
    throw error
  }
}
