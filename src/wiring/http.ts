import type { Config } from '../config.ts'
import type { DoctorInTheBot } from '../doctor/in-the-bot.ts'
import { createDownload } from '../edges/http/download.ts'
import { createGitHubWebhook } from '../edges/http/github-webhook.ts'
import type { Healths } from '../edges/http/health.ts'
import { createOperator } from '../edges/http/operator.ts'
import type { Status } from '../edges/http/page.ts'
import { createPages } from '../edges/http/pages.ts'
import { type HttpServer, serveHttp } from '../edges/http/server.ts'
import { createSignIn } from '../edges/http/sign-in/routes.ts'
import { SLACK_PATH, type SlackReceiver } from '../edges/slack/receive/index.ts'
import { createCalendar } from '../features/ladder/index.ts'
import { drawGallery } from '../gallery/index.ts'
import { tryAgain } from '../kit/jobs/index.ts'
import { createOpenId } from '../kit/openid.ts'
import { isLoopback, type OwnAddress } from '../kit/own-address.ts'
import { proofOf } from '../kit/proof.ts'
import type { Slack } from '../kit/slack/index.ts'
import { hearOfIssue } from '../rooms/actions/index.ts'
import { createApi } from '../rooms/api/index.ts'
import type { World } from '../rooms/facts/index.ts'
import type { Inbox } from '../rooms/inbox/index.ts'
import type { Boards, Feed } from '../rooms/now/index.ts'
import * as publishing from '../rooms/publishing/index.ts'
import type { Problem } from '../rooms/settings/index.ts'

/** What the HTTP server leads to. */
type Parts = {
  config: Config
  world: World
  slack: Slack
  receiver: SlackReceiver
  inbox: Inbox
  address: OwnAddress
  doctor: DoctorInTheBot
  healths: Healths
  status(): Promise<Status>
  boards: Boards
  feed: Feed
  refusedSettings(): readonly Problem[]
}

/** How many reads over HTTP run at once: more would keep Slack waiting. The embedded database runs one statement at a time. */
const looksAtOnce = { embedded: 8, server: 40 }

/** Starts the bot's HTTP server: health, the API, the dashboard, sign-in, GitHub's webhook, and Slack where it comes by HTTP. */
export function openHttp(parts: Parts): Promise<HttpServer> {
  const { config, world, slack, receiver, inbox, address, doctor, healths, status, boards, feed, refusedSettings } =
    parts
  const { db, clock, log, links, settings } = world
  const channelLink = config.sandboxUrl ? `${config.sandboxUrl}/c/` : 'https://slack.com/app_redirect?channel='
  return serveHttp({
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
        await hearOfIssue(world, delivery, login)
        await publishing.hear(world, delivery)
      },
      log,
    }),
    operator: createOperator({
      ...doctor,
      status,
      tryAgain: async () => ({
        events: await inbox.retryParked(),
        work: await db.transaction((tx) => tryAgain(tx, 'all', clock.now())),
      }),
    }),
    files: createCalendar(world, links),
    api: createApi(
      world,
      { shared: config.apiToken, address, looksAtOnce: looksAtOnce[config.databaseUrl ? 'server' : 'embedded'] },
      { boards, feed, places: { channel: channelLink }, refusedSettings, gallery: drawGallery },
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
}
