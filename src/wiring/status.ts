import type { Config } from '../config.ts'
import { createHealths, type Healths, type Trouble } from '../edges/http/health.ts'
import type { Counted, Status } from '../edges/http/page.ts'
import type { SlackReceiver } from '../edges/slack/receive/index.ts'
import { type Clock, systemClock } from '../kit/clock.ts'
import type { Jobs } from '../kit/jobs/index.ts'
import { finishedWithin } from '../kit/patience.ts'
import { countSetAside } from '../kit/set-aside.ts'
import type { Slack } from '../kit/slack/index.ts'
import type { TimerLoop } from '../kit/timers/index.ts'
import { unheldRights } from '../rooms/access/index.ts'
import { knownLists } from '../rooms/directory/index.ts'
import type { World } from '../rooms/facts/index.ts'
import type { Inbox } from '../rooms/inbox/index.ts'
import { countOpenPublic } from '../rooms/incident/index.ts'
import { fillProgress } from '../rooms/search/index.ts'
import type { Problem } from '../rooms/settings/index.ts'

/** What is looked at to say how the bot is. */
type Parts = {
  world: World
  slack: Slack
  receiver: SlackReceiver
  inbox: Inbox
  jobs: Jobs
  timers: TimerLoop
  /** The clock by which events wait in the inbox. */
  slackClock: Clock
  sandboxUrl: Config['sandboxUrl']
  refusedSettings(): readonly Problem[]
}

/** The short answer of `/healthz` and `/readyz`, and the long one of `/status`. */
export function createStatus(parts: Parts): { healths: Healths; status(): Promise<Status> } {
  const { slack, receiver, inbox, jobs, timers, slackClock, sandboxUrl, refusedSettings } = parts
  const { db, clock } = parts.world
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
  const count = async (): Promise<Counted> => ({
    openIncidents: await countOpenPublic(db.read),
    workspace: await knownLists(db.read),
    searchFill: (await fillProgress(db.read)) ?? null,
    setAside: await countSetAside(db.read, clock),
    unheldRights: await unheldRights(db.read, parts.world.settings()),
    parked: (await inbox.counts()).parked,
  })
  const status = async (): Promise<Status> => {
    const health = await healths.health()
    const counted = health.troubles.includes('database') ? undefined : await countedInTime(count())
    return {
      ok: health.ok && counted !== undefined,
      troubles: counted ? health.troubles : [...new Set<Trouble>(['database', ...health.troubles])],
      database: db.kind,
      slack: receiver.connected() ? 'connected' : 'waiting',
      shutOut: slack.shutOut()?.error ?? null,
      otherConnections: receiver.strangers(),
      sandboxUrl: sandboxUrl ?? null,
      refusedSettings: refusedSettings(),
      ...(counted ?? uncounted),
    }
  }
  return { healths, status }
}

/** How many milliseconds the database may take to count: whoever asks how the bot is must not wait for what is away. */
const countMs = 5_000

const uncounted = {
  openIncidents: null,
  workspace: null,
  searchFill: null,
  setAside: null,
  unheldRights: null,
  parked: null,
} as const

/** What was counted; undefined where the database has gone away meanwhile. */
async function countedInTime(counting: Promise<Counted>): Promise<Counted | undefined> {
  const isCounted = await finishedWithin(countMs, counting).catch(
    // Whatever it is that fails: there is no database to ask.
    () => false,
  )
  return isCounted ? counting : undefined
}
