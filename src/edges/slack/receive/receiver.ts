import type { IncomingMessage, ServerResponse } from 'node:http'
import { App, type ReceiverEvent } from '@slack/bolt'
import { type Clock, systemClock } from '../../../kit/clock.ts'
import { Malformed } from '../../../kit/lenient.ts'
import type { Log } from '../../../kit/log.ts'
import { finishedWithin } from '../../../kit/patience.ts'
import type { KeptOut } from '../../../kit/slack/doors.ts'
import { clientOptions, quiet } from '../../../kit/slack/index.ts'
import type { Gate } from '../../../rooms/directory/index.ts'
import type { Inbox, Taken } from '../../../rooms/inbox/index.ts'
import { deedOfEvent, deedOfInteraction } from './deed.ts'
import { createDispatcher } from './dispatch.ts'
import { botUserOf, createHandlers, type EventHandler, type HandlerOptions, type Identity, isEcho } from './handlers.ts'
import { createHttpReceiver, type HttpReceiver } from './http.ts'
import { identify } from './identity.ts'
import { takeIn } from './intake.ts'
import { createRefuse } from './refuse.ts'
import { createSocketReceiver } from './socket.ts'
import type { Ours, Times } from './strangers.ts'

export type ReceiverOptions = {
  transport: 'socket' | 'http'
  /** For Socket Mode: the app-level token. */
  appToken?: string
  botToken: string
  /** For HTTP: what Slack signs its requests with. */
  signingSecret?: string
  /** Where the Web API stands; Slack's own when left out. */
  apiUrl?: string
  inbox: Inbox
  log: Log
  /** What to tell somebody who presses or sends while the bot stops. */
  restarting: (userId: string) => Promise<string>
  /** What to tell somebody of whom something arrives that cannot be read. */
  unreadable: (userId: string) => Promise<string>
  /** Keeps out whoever does not belong here, and what to tell them; everybody comes in without. */
  gate?: { keepsOut: Gate; words: (userId: string, why: KeptOut) => Promise<string> }
  /** Hears all that comes, before it is worked off. */
  overhear?: (body: Readonly<Record<string, unknown>>) => void
  /** How many connections all our processes have: what Slack counts beyond is somebody else's. */
  ours?: Ours
  /** How long the look-out for them waits; the usual times when left out. */
  strangerTimes?: Times
  /** For when to look into the inbox. Connections always run on the machine's time. */
  clock?: Clock
}

export interface SlackReceiver {
  /** Bolt's app: doors register their actions, views, commands and shortcuts on it. Events belong to `on`. */
  readonly app: App
  /** Registers who handles events of a type. Kinds that nobody handles are acknowledged and not stored. Before `start`. */
  on(kind: string, handler: EventHandler, options?: HandlerOptions): void
  /** Begins to receive and to work off what was stored. Resolves also when Slack is away: it goes on trying. */
  start(): Promise<void>
  /**
   * Refuses interactions in words from now on and begins with no more events, which are still stored. Resolves when nothing is
   * in hand; the connections stand, so that what is in hand can be answered.
   */
  finish(): Promise<void>
  /** Finishes, for 3 s at most, and ends the connections within 1 s. What was not begun waits in the inbox. */
  stop(): Promise<void>
  /** How many interactions are in hand: what follows their acknowledgement counts. */
  inHand(): number
  /** Whether Slack can reach us now. */
  connected(): boolean
  /** For how many milliseconds Slack has not been able to reach us; 0 while it can. */
  awayMs(): number
  /** How many connections others hold on this app, and take events away by them; 0 where Slack sends by HTTP. */
  strangers(): number
  /** Who the bot is; undefined until Slack has said so. */
  identity(): Identity | undefined
  /** HTTP only: answers requests to `SLACK_PATH` on the bot's server. */
  readonly requestListener: ((request: IncomingMessage, response: ServerResponse) => void) | undefined
}

/** How long in milliseconds what is in hand may take when the receiver stops, counted from `finish`. */
const LAST_WORK_MS = 3_000

/** How long in milliseconds a door's own call to Slack may take. */
const CALL_TIMEOUT_MS = 10_000

/** Receives from Slack by Socket Mode or HTTP. Throws when the transport's secret is missing. */
export function createReceiver(options: ReceiverOptions): SlackReceiver {
  const { botToken, apiUrl, inbox, log, clock = systemClock } = options
  const transport = createTransport(options)
  const handlers = createHandlers()
  const stopping = new AbortController()
  let identity: Identity | undefined

  const app = new App({
    receiver: transport,
    authorize: async () => ({
      botToken,
      ...(identity ? { botUserId: identity.botUserId, teamId: identity.teamId } : {}),
      ...(identity?.botId === undefined ? {} : { botId: identity.botId }),
    }),
    ignoreSelf: false,
    convoStore: false,
    logger: quiet(log),
    clientOptions: clientOptions({ apiUrl, timeoutMs: CALL_TIMEOUT_MS, log }),
  })
  // Thrown on, so that what failed is not acknowledged.
  app.error((error) => Promise.reject(error))

  const handlersOf = (envelope: Parameters<typeof isEcho>[0]) => handlers.of(envelope.kind, isEcho(envelope, identity))
  const { gate } = options
  const refuse = createRefuse(app, { botToken, words: options.restarting })
  const unreadable = createRefuse(app, { botToken, words: options.unreadable })
  const keepOut = gate && {
    keepsOut: async (body: Readonly<Record<string, unknown>>) => {
      const deed = deedOfInteraction(body)
      return deed && gate.keepsOut(deed)
    },
    turnAway: async (incoming: ReceiverEvent, why: KeptOut) =>
      // A form must stay open with what was written, and a command is answered for nothing.
      !(why === 'flooding' && costsWords(incoming)) &&
      createRefuse(app, { botToken, words: (userId) => gate.words(userId, why) })(incoming),
  }
  const wanted = (envelope: Parameters<typeof isEcho>[0]) => handlersOf(envelope).length > 0
  const intake = takeIn(app, { inbox, log, wanted, refuse, unreadable, overhear: options.overhear, keepOut })

  const handle = async (taken: Taken, behind: readonly Taken[]) => {
    const { eventId: id, kind, channelId, body, receivedAt } = taken
    const own = isEcho(taken, identity)
    const bot = botUserOf(taken, identity)
    const deed = own ? undefined : deedOfEvent(taken)
    const burst = { of: behind, deeds: () => behind.flatMap((each) => deedOfEvent(each) ?? []) }
    const keptOut = gate && deed && (await gate.keepsOut(deed, burst))
    // Reactions, pins and words of theirs have no place for an answer: at least whoever looks for them finds why.
    if (keptOut)
      log.info({ kind, why: keptOut }, 'Nothing was done for somebody who is not known to belong to this workspace')
    let malformed: unknown
    for (const handler of handlers.of(kind, own)) {
      try {
        await handler({ id, kind, channelId, event: body.event, receivedAt, own, keptOut, bot })
      } catch (error) {
        // What one of them cannot read, another may be able to do without.
        if (!(error instanceof Malformed)) throw error
        malformed = error
      }
    }
    if (malformed) throw malformed
  }
  const dispatcher = createDispatcher({ inbox, clock, log, handle })
  let finishing: Promise<void> | undefined
  let waited: Promise<boolean> | undefined
  const finish = () => {
    finishing ??= Promise.all([intake.finish(), dispatcher.stop()]).then(() => {})
    waited ??= finishedWithin(LAST_WORK_MS, finishing)
    return finishing
  }

  return {
    app,
    on: handlers.add,
    async start() {
      const options = { clock: systemClock, log, signal: stopping.signal }
      void identify(app.client, botToken, options).then((known) => {
        identity = known
      })
      dispatcher.start()
      await transport.start()
    },
    finish,
    async stop() {
      stopping.abort()
      void finish()
      await waited
      await transport.stop()
    },
    inHand: intake.inHand,
    connected: () => transport.connected(),
    awayMs: () => transport.awayMs(),
    strangers: () => ('strangers' in transport ? transport.strangers() : 0),
    identity: () => identity,
    requestListener: 'requestListener' in transport ? transport.requestListener : undefined,
  }
}

/** Whether words about it are a call to Slack of their own. */
const costsWords = ({ body }: ReceiverEvent): boolean =>
  body.type === 'block_actions' || body.type === 'shortcut' || body.type === 'message_action'

function createTransport(options: ReceiverOptions): ReturnType<typeof createSocketReceiver> | HttpReceiver {
  const { transport, appToken, signingSecret, apiUrl, log, ours, strangerTimes: times } = options
  if (transport === 'http') {
    if (!signingSecret) throw new Error('To receive by HTTP the signing secret is needed')
    return createHttpReceiver({ signingSecret, log })
  }
  if (!appToken) throw new Error('To receive by Socket Mode the app-level token is needed')
  return createSocketReceiver({ appToken, apiUrl, log, ours, times })
}
