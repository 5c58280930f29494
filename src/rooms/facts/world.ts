import type { Clock } from '../../kit/clock.ts'
import type { Database, Tx } from '../../kit/db/index.ts'
import type { Ids } from '../../kit/ids.ts'
import type { Job, Jobs } from '../../kit/jobs/index.ts'
import type { Links } from '../../kit/links.ts'
import type { Log } from '../../kit/log.ts'
import type { Settings } from '../settings/index.ts'
import type { Fact } from './fact.ts'

/** What follows from a fact, in the same transaction. */
export type Consequence =
  /** Another subject shows this too: render it again. */
  | { do: 'raise'; subject: string }
  | { do: 'enqueue'; job: Job<object>; data: object }
  | { do: 'set-timer'; subject: string; kind: string; dueAt: Date; data?: unknown }
  | { do: 'cancel-timer'; subject: string; kind: string }
  /** Whether a timer has anything to do only the database knows: `keep` looks, and sets it or takes it back. */
  | { do: 'keep-timer'; keep: KeepTimer }
  /** Rows of a room's own that may not lag behind the fact for a moment. */
  | { do: 'change-along'; change: (tx: Tx) => Promise<void> }

/** Looks whether a timer has something to do at `now`: sets it, lets it stand, or takes it back. */
export type KeepTimer = (world: World, tx: Tx, now: Date) => Promise<void>

/** A room's `effects.ts`: pure, so that what follows from what can be read and tested without a database. */
export type Effects = (fact: Fact, settings: Settings) => Consequence[]

/** Whether somebody is in a channel, as Slack says it now; `unknown` where it does not answer, or not in time. */
export type Membership = (channelId: string, userId: string) => Promise<'in' | 'out' | 'unknown'>

/** What every verb may touch. The wiring makes one; nothing in it reaches the network but `membership`, which a verb's `ask` asks. */
export type World = {
  db: Database
  clock: Clock
  ids: Ids
  log: Log
  jobs: Jobs
  /** Addresses of the bot's own by which a single thing can be fetched for a while. */
  links: Links
  /** The settings in force now; they may change between two calls. */
  settings(): Settings
  effects: readonly Effects[]
  membership: Membership
}
