import type { Config } from './config.ts'
import { createDoctorInTheBot } from './doctor/in-the-bot.ts'
import { createDownload } from './edges/http/download.ts'
import { createGitHubWebhook } from './edges/http/github-webhook.ts'
import { createHealths } from './edges/http/health.ts'
import { createOperator } from './edges/http/operator.ts'
import type { Status } from './edges/http/page.ts'
import { createPages } from './edges/http/pages.ts'
import { type HttpServer, serveHttp } from './edges/http/server.ts'
import { createSignIn } from './edges/http/sign-in/routes.ts'
import { createReceiver, SLACK_PATH, type Times } from './edges/slack/receive/index.ts'
import { createAsk } from './edges/worker/ask.ts'
import { createPost } from './edges/worker/post.ts'
import { startWorkers } from './edges/worker/workers.ts'
import { drawGallery } from './gallery/index.ts'
import { type Clock, systemClock } from './kit/clock.ts'
import { type DatabaseOptions, migrate, openDatabase } from './kit/db/index.ts'
import { createEnding } from './kit/ending.ts'
import { createGit } from './kit/git/index.ts'
import { createGitHubs } from './kit/github/index.ts'
import { createIds } from './kit/ids.ts'
import { createJobs, tryAgain } from './kit/jobs/index.ts'
import { createLinks } from './kit/links.ts'
import type { Log } from './kit/log.ts'
import { createModels } from './kit/models/index.ts'
import { createOpenId } from './kit/openid.ts'
import { createOwnAddress, isLoopback } from './kit/own-address.ts'
import { proofOf } from './kit/proof.ts'
import { countSetAside } from './kit/set-aside.ts'
import { createSlack } from './kit/slack/index.ts'
import { Stopping } from './kit/stopping.ts'
import { createTimerLoop } from './kit/timers/index.ts'
import * as actions from './rooms/actions/index.ts'
import { registerActions } from './rooms/actions/slack.ts'
import { createApi } from './rooms/api/index.ts'
import * as assembly from './rooms/assembly/index.ts'
import * as assistant from './rooms/assistant/index.ts'
import * as board from './rooms/board/index.ts'
import { foretell } from './rooms/broadcast/index.ts'
import * as calls from './rooms/calls/index.ts'
import { registerCalls } from './rooms/calls/slack.ts'
import { createCalendar } from './rooms/card/index.ts'
import {
  archiveHooks,
  channelSlot,
  createEar,
  formerArchiveSlot,
  nextChannelSlot,
  registerChannel,
} from './rooms/channel/index.ts'
import { keptOutWords, registerCommands, restartingWords, unreadableWords } from './rooms/commands/index.ts'
import { registerCrew } from './rooms/crew/index.ts'
import * as declaration from './rooms/declaration/index.ts'
import { createGate, createMembership, knownLists, refresh, registerDirectory } from './rooms/directory/index.ts'
import type { World } from './rooms/facts/index.ts'
import * as home from './rooms/home/index.ts'
import { createInbox, createListeners } from './rooms/inbox/index.ts'
import { channelHooks, countOpenPublic, formerArchiveHooks, moveHooks } from './rooms/incident/index.ts'
import * as ladder from './rooms/ladder/index.ts'
import * as models from './rooms/models/index.ts'
import { createBoards, createFeed } from './rooms/now/index.ts'
import * as paging from './rooms/paging/index.ts'
import * as postmortem from './rooms/postmortem/index.ts'
import { createProjector } from './rooms/projection/index.ts'
import * as publishing from './rooms/publishing/index.ts'
import * as record from './rooms/record/index.ts'
import { registerRecord } from './rooms/record/slack.ts'
import * as roles from './rooms/roles/index.ts'
import * as search from './rooms/search/index.ts'
import { registerSearch } from './rooms/search/slack.ts'
import type { Problem, Settings } from './rooms/settings/index.ts'
import { registerTalk } from './rooms/talk/index.ts'
import * as timekeeper from './rooms/timekeeper/index.ts'
import * as todos from './rooms/todos/index.ts'
import { registerTodos } from './rooms/todos/slack.ts'
import * as tokens from './rooms/tokens/index.ts'
import * as updates from './rooms/updates/index.ts'
import * as upkeep from './rooms/upkeep/index.ts'

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
  /** Every route of its HTTP server, as `GET /healthz`. */
  doors: readonly string[]
  /** Ends within 5 s; what is in hand is finished or undone, and waits in the database for the next start. Once: again is the same end. */
  stop(): Promise<void>
}

/** So many looks over HTTP are in hand at once: beyond that, Slack would wait for them. The embedded database does one thing at a time. */
const looksAtOnce = { embedded: 8, server: 40 }

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
    const { botToken, apiUrl, appToken, signingSecret } = config.slack
    const lastCall = new AbortController()
    const slack = createSlack({
      token: botToken,
      ...(apiUrl ? { apiUrl } : {}),
      timeoutMs: settings().slack.timeout,
      log,
      clock: slackClock,
      signal: lastCall.signal,
    })
    ending.add({ close: async () => lastCall.abort() })
    const jobs = createJobs(db, { clock: slackClock, log })
    const ids = createIds(clock)
    let listening = config.port > 0 ? `http://${config.host}:${config.port}` : undefined
    const links = createLinks({
      // The sandbox and its people are on this machine.
      base: () => config.publicUrl ?? (config.slack.isSandbox ? listening : undefined),
      secret: `links ${config.slack.signingSecret ?? botToken}`,
    })
    const address = createOwnAddress({
      known: config.publicUrl,
      isLocal: config.slack.isSandbox,
      listens: () => listening,
    })
    const world: World = {
      db,
      clock,
      ids,
      log,
      jobs,
      links,
      settings,
      membership: createMembership(slack),
      effects: [
        assembly.effects,
        roles.effects,
        timekeeper.effects,
        updates.effects,
        record.effects,
        todos.effects,
        actions.effects,
        postmortem.effects,
        declaration.effects,
        paging.effects,
        publishing.effects,
        upkeep.effects,
        calls.effects,
        ladder.effects,
        search.effects,
        models.effects,
        assistant.effects,
        board.effects,
        home.effects,
      ],
    }
    const projector = createProjector(
      {
        db,
        clock: slackClock,
        ids,
        log,
        slack,
        show: {
          incident: board.showIncident(world, links),
          invitation: declaration.showInvitation(world),
          digest: home.showDigest(world),
          'action-board': home.showActionBoard(world),
          // Of these nothing stands in Slack: the fact alone is kept.
          token: async () => [],
          session: async () => [],
          view: async () => [],
        },
        hooks: {
          [channelSlot]: channelHooks(world),
          [nextChannelSlot]: moveHooks(world),
          [formerArchiveSlot]: formerArchiveHooks(world),
          'archive:': archiveHooks(world),
          'gone:': board.goneHooks,
        },
        settleMs: () => settings().slack.settle,
      },
      { alone: db.kind === 'pglite' },
    )
    const timers = createTimerLoop({
      db,
      clock,
      log,
      handlers: {
        [models.forgetTimer]: (tx, _timer, now) => models.forgetInTime(world, tx, now),
        [calls.unansweredTimer]: (tx, timer, now) => calls.nameUnanswered(world, tx, timer.subject, now),
        [paging.channelOverdueTimer]: (tx, timer) => paging.pageWithoutChannel(world, tx, timer.subject),
        [paging.retryPageTimer]: paging.retryPage(world),
        [paging.followPageTimer]: paging.followInTime(world),
        [paging.onCallTimer]: (tx, _timer, now) => paging.keepOnCall(world, tx, now),
        [assembly.stillPublicTimer]: (tx, timer, now) => assembly.remindOfConverting(world, tx, timer, now),
        [timekeeper.checkpointTimer]: (tx, timer, now) => timekeeper.keepTime(world, tx, timer.subject, now),
        [record.adoptTimer]: (tx, timer) => record.adoptAgain(world, tx, timer.subject),
        [ladder.reviewTimer]: (tx, timer, now) => ladder.askAboutReview(world, tx, timer, now),
        [ladder.remindTimer]: (tx, timer, now) => ladder.remind(world, tx, timer, now),
        [record.repairTimer]: (tx, timer, now) => record.repairInTime(world, tx, timer, now),
        [upkeep.archiveTimer]: (tx, timer, now) => upkeep.archiveInTime(world, tx, timer, now),
        [upkeep.digestTimer]: (tx, timer, now) => upkeep.tellDigest(world, tx, timer, now),
        [actions.remindTimer]: (tx, timer, now) => actions.remindOfAction(world, tx, timer.subject, now),
        [actions.boardTimer]: (tx, timer, now) => actions.tellBoard(world, tx, timer, now),
        [actions.pollTimer]: (tx, _timer, now) => actions.pollInTime(world, tx, now),
        [actions.gapsTimer]: (tx, timer, now) => actions.askAboutGaps(world, tx, timer.subject, now),
        [postmortem.askTimer]: (tx, timer) => postmortem.beginAsking(world, tx, timer.subject),
        [todos.boxTimer]: (tx, timer, now) => todos.endBox(world, tx, timer.subject, now),
        [declaration.formTimer]: (tx, timer, now) => declaration.giveFormUp(world, tx, timer.subject, now),
        [publishing.publishTimer]: (tx, timer) => publishing.publishInTime(world, tx, timer.subject),
        [updates.dueSoonTimer]: (tx, timer, now) => updates.remindBeforeDue(world, tx, timer.subject, now),
        [updates.overdueTimer]: (tx, timer, now) => updates.escalate(world, tx, timer.subject, now),
        [roles.offerTimer]: (tx, timer, now) => roles.remindOfOffer(world, tx, timer.subject, now),
        [roles.vacancyTimer]: (tx, timer, now) => roles.remindOfVacancy(world, tx, timer, now),
      },
    })
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
    const receiver = createReceiver({
      transport: config.transport,
      botToken,
      inbox,
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
    registerCommands(doors, world, foretell)
    declaration.registerDeclaration(doors, world)
    registerTalk(doors, world, foretell)
    registerChannel(doors, world)
    registerRecord(doors, world, inbox)
    registerTodos(doors, world)
    registerActions(doors, world)
    registerSearch(doors, world)
    assembly.registerAssembly(doors, world)
    registerCalls(doors, world)
    registerDirectory(doors, world)
    roles.registerRoles(doors, world)
    registerCrew(doors, world)
    home.registerHome(doors, world)

    startWorkers({
      world,
      slack,
      github,
      git: (folder) => createGit(folder, config.searchPath),
      desk: models.createDesk(languageModels),
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
    const keepTimers = () =>
      db.transaction(async (tx) => {
        const keeping = [upkeep.keepDigest, actions.keepBoard, actions.keepPolling, paging.keepOnCall]
        for (const keep of [...keeping, models.keepForgetting]) await keep(world, tx, clock.now())
      })
    if (config.apiToken) await orGiveUp(tokens.warnOfNaming(world))
    await orGiveUp(keepTimers())
    await orGiveUp(record.repairAtStart(world))
    await orGiveUp(search.fillAtStart(world))
    ending.add({ finish: () => timers.stop() })
    timers.start()
    await orGiveUp(db.transaction((tx) => jobs.enqueue(tx, refresh, { why: 'start' })))

    const boards = createBoards(world, systemClock)
    const feed = createFeed(world, boards, systemClock)
    ending.add({ finish: () => feed.stop() })
    await orGiveUp(feed.start())
    const places = {
      channel: config.sandboxUrl ? `${config.sandboxUrl}/c/` : 'https://slack.com/app_redirect?channel=',
    }

    const settingsChanged = async () => {
      boards.forget()
      await keepTimers()
    }
    const healths = createHealths(
      {
        database: () => knownLists(db.read),
        slack() {
          void slack.knock()
          return { awayMs: receiver.awayMs(), shutOut: slack.shutOut() !== undefined }
        },
        async waitedMs() {
          const { oldest } = await inbox.counts()
          const unheardMs = oldest ? slackClock.now().getTime() - oldest.getTime() : 0
          return Math.max(unheardMs, await jobs.waitedMs(), await timers.waitedMs())
        },
        refusesSettings: () => refusedSettings().length > 0,
      },
      () => systemClock.now().getTime(),
    )
    const status = async () => ({
      ...(await healths.health()),
      database: db.kind,
      slack: receiver.connected() ? ('connected' as const) : ('waiting' as const),
      shutOut: slack.shutOut()?.error ?? null,
      otherConnections: receiver.strangers(),
      sandboxUrl: config.sandboxUrl ?? null,
      openIncidents: await countOpenPublic(db.read),
      refusedSettings: refusedSettings(),
      workspace: await knownLists(db.read),
      searchFill: (await search.fillProgress(db.read)) ?? null,
      setAside: await countSetAside(db.read, clock),
      parked: (await inbox.counts()).parked,
    })
    const tryAgainAll = async () => ({
      events: await inbox.retryParked(),
      work: await db.transaction((tx) => tryAgain(tx, 'all', clock.now())),
    })
    const http: HttpServer = await serveHttp({
      host: config.host,
      port: config.port,
      log,
      healths,
      prove: (nonce) => proofOf(config.slack, nonce),
      sandboxUrl: config.sandboxUrl ?? null,
      download: createDownload((incident, ticket) => publishing.readDownload(world, incident, ticket)),
      github: createGitHubWebhook({
        secret: () => {
          const name = settings().github?.webhookSecretEnv
          return name && config.secret(name)
        },
        receive: async ({ login, ...delivery }) => {
          await actions.hearOfIssue(world, delivery, login)
          await publishing.hear(world, delivery)
        },
        log,
      }),
      operator: createOperator({ ...doctor, status, tryAgain: tryAgainAll }),
      files: createCalendar(world, links),
      api: createApi(
        world,
        { shared: config.apiToken, address, looksAtOnce: looksAtOnce[config.databaseUrl ? 'server' : 'embedded'] },
        { boards, feed, places, refusedSettings, gallery: drawGallery },
      ),
      signIn: createSignIn({
        world,
        slack,
        address,
        openId: config.signIn && createOpenId(config.signIn),
        // Slack sends browsers back to https alone; its sandbox to this machine, too.
        isSentBackTo: (own) => own.startsWith('https:') || (config.slack.isSandbox && isLoopback(own)),
      }),
      pages: createPages(world, address),
      address,
      slack: receiver.requestListener && { path: SLACK_PATH, listener: receiver.requestListener },
    })
    listening = http.url
    ending.add({ finish: () => http.finish(), close: () => http.close() })
    ending.add({ finish: () => receiver.finish(), close: () => receiver.stop() })
    await orGiveUp(receiver.start())
    ending.add({ close: doctor.layKey(http.url) })
    return { url: http.url, doors: http.doors, world, status, settingsChanged, stop: ending.stop }
  } catch (error) {
    await ending.stop()
    throw error
  }
}

/** Waits for one step of the start, but no longer than until the start is given up. */
function givingUp(signal: AbortSignal | undefined) {
  const { promise: givenUp, reject } = Promise.withResolvers<never>()
  // Heard only by whoever waits for a step at that moment.
  givenUp.catch(() => {})
  const giveUp = () => reject(new Stopping())
  if (signal?.aborted) giveUp()
  else signal?.addEventListener('abort', giveUp, { once: true })
  return <T>(step: Promise<T>): Promise<T> => Promise.race([givenUp, step])
}
