import type { Config } from '../config.ts'
import type { Clock } from '../kit/clock.ts'
import type { Database } from '../kit/db/index.ts'
import { createIds } from '../kit/ids.ts'
import { createJobs } from '../kit/jobs/index.ts'
import { createLinks } from '../kit/links.ts'
import type { Log } from '../kit/log.ts'
import { createOwnAddress, type OwnAddress } from '../kit/own-address.ts'
import { createSlack, type Slack } from '../kit/slack/index.ts'
import { createMembership } from '../rooms/directory/index.ts'
import { hearOddFacts, type World } from '../rooms/facts/index.ts'
import type { Settings } from '../rooms/settings/index.ts'
import { effects } from './effects.ts'

type Parts = {
  config: Config
  db: Database
  log: Log
  clock: Clock
  slackClock: Clock
  settings(): Settings
  /** Aborts the calls to Slack that are still under way when the bot ends. */
  signal: AbortSignal
}

/** What every verb may touch, the port to Slack, and the bot's own address. */
type Made = { world: World; slack: Slack; address: OwnAddress; listensAt(url: string): void }

/** Makes the world that the rooms work in. `listensAt` tells it where the HTTP server listens, once that stands. */
export function createWorld({ config, db, log, clock, slackClock, settings, signal }: Parts): Made {
  const { botToken, apiUrl, signingSecret, isSandbox } = config.slack
  const slack = createSlack({
    token: botToken,
    ...(apiUrl ? { apiUrl } : {}),
    timeoutMs: settings().slack.timeout,
    log,
    clock: slackClock,
    signal,
  })
  tellOddFacts(log, signal)
  let listening = config.port > 0 ? `http://${config.host}:${config.port}` : undefined
  const world: World = {
    db,
    clock,
    ids: createIds(clock),
    log,
    jobs: createJobs(db, { clock: slackClock, log }),
    links: createLinks({
      // The sandbox and its people are on this machine.
      base: () => config.publicUrl ?? (isSandbox ? listening : undefined),
      secret: `links ${signingSecret ?? botToken}`,
    }),
    settings,
    membership: createMembership(slack),
    effects,
  }
  return {
    world,
    slack,
    address: createOwnAddress({ known: config.publicUrl, isLocal: isSandbox, listens: () => listening }),
    listensAt(url) {
      listening = url
    },
  }
}

/** Says of each stored fact that cannot be read, once, that it is left out and where it is not as it should be. */
function tellOddFacts(log: Log, signal: AbortSignal): void {
  const told = new Set<string>()
  const stop = hearOddFacts(({ id, type, at }) => {
    if (!told.has(id)) log.warn({ fact: id, type, at }, 'A stored fact cannot be read and is left out')
    told.add(id)
  })
  signal.addEventListener('abort', stop, { once: true })
}
