import type { Config } from '../config.ts'
import type { Clock } from '../kit/clock.ts'
import type { DatabaseState } from '../kit/db/index.ts'
import type { ConnectGitHub } from '../kit/github/index.ts'
import type { Locale, Translate } from '../kit/i18n/index.ts'
import type { Models } from '../kit/models/index.ts'
import type { EarOpened, Probe, Slack } from '../kit/slack/index.ts'
import type { Ask, Post } from '../rooms/paging/index.ts'
import type { FillProgress } from '../rooms/search/index.ts'
import type { crowded } from '../rooms/sessions/index.ts'
import type { Parsed, Settings } from '../rooms/settings/index.ts'
import type { neglectedTokens } from '../rooms/tokens/index.ts'
import type { Facts } from './facts.ts'
import type { Key } from './texts.ts'

/** What is heard of Slack, whoever holds the connection. `type`: of the event, or of what somebody pressed. */
export type Sound = { type: string; body: Readonly<Record<string, unknown>>; acknowledge(): void }

/** The tokens of the API, and whether the shared one could name people where the database comes from. */
export type TokensSeen = Awaited<ReturnType<typeof neglectedTokens>> & { sharedNames(settings: Settings): boolean }

/** The browsers that are signed in. */
export type SessionsSeen = Awaited<ReturnType<typeof crowded>>

/** The database, or why it cannot be had. `held`: by that process. */
export type DatabaseFound =
  | {
      is: 'open'
      state: DatabaseState
      tokens?: TokensSeen
      sessions?: SessionsSeen
      searchFill?: FillProgress | undefined
    }
  | { is: 'held'; pid: number; host: string; folder: string }
  /** There is none yet; the first start makes it. */
  | { is: 'none'; folder: string }
  | { is: 'problem'; words: string }

/** The machine that the bot runs on. */
export type Machine = {
  /** `24.1.0`. */
  node: string
  /** Free bytes where `path` is or will be; undefined where the system does not tell. */
  freeBytes(path: string): Promise<number | undefined>
  /** `free`, or the code of what stands in the way: `EADDRINUSE`. */
  port(host: string, port: number): Promise<string>
}

/** What a doctor has: the means to look, and where the bot stands. Gathered once for an examination. */
export type GroundParts = {
  config: Config
  clock: Clock
  locale: Locale
  /** Whether this is the bot that runs: then nothing is opened that it holds already. */
  isRunning: boolean
  /** Whether it may change things, in a scratch channel. */
  tries: boolean
  /** Whether a person is there who can mention the bot and press its button. */
  waits: boolean
  /** The settings file as it is now; or why it cannot be read. */
  readSettings(): Promise<Parsed | { ok: false; unread: string }>
  slack: Slack
  probe: Probe
  github: ConnectGitHub
  models: Models
  post: Post
  ask: Ask
  machine: Machine
  database(): Promise<DatabaseFound>
  /** Opens one more connection, where the bot holds none. */
  openEar(): Promise<EarOpened>
  /** Hears what comes from Slack until it is ended; undefined where nothing can be heard. */
  hear(listener: (sound: Sound) => void): Promise<(() => void) | undefined>
  /** How many connections others hold on the app; undefined where the bot does not know, or does not run. */
  strangers(): number | undefined
  /** Tells how far it is, for a person who waits. */
  tell(words: string): void
  /** Aborted when nobody waits any more. */
  signal: AbortSignal
}

export type Grounds = GroundParts & { t: Translate<Key>; facts: Facts }
