import { randomBytes } from 'node:crypto'
import type { Config } from '../config.ts'
import { systemClock } from '../kit/clock.ts'
import type { Database } from '../kit/db/index.ts'
import type { ConnectGitHub } from '../kit/github/index.ts'
import { type Locale, textNames } from '../kit/i18n/index.ts'
import type { Log } from '../kit/log.ts'
import type { Models } from '../kit/models/index.ts'
import { createProbe, type Slack } from '../kit/slack/index.ts'
import type { Ask, Post } from '../rooms/paging/index.ts'
import type { GroundParts, Sound } from './grounds.ts'
import { layKey, takeKey } from './key.ts'
import { examination, type Line } from './lines.ts'
import { readSettingsFile, stateOf } from './look.ts'
import { thisMachine } from './machine.ts'
import { typeOf } from './stand-alone.ts'

export type InTheBotParts = {
  config: Config
  db: Database
  slack: Slack
  github: ConnectGitHub
  models: Models
  post: Post
  ask: Ask
  log: Log
  /** How many connections others hold on the app, where the receiver counts them. */
  strangers?: GroundParts['strangers']
}

/** The doctor inside the bot that runs: it looks with what the bot has, and hears what the bot hears. */
export interface DoctorInTheBot {
  /** By which the operator proves to be one, besides the API's. */
  readonly tokens: readonly string[]
  examine(order: { locale: Locale; tries: boolean; waits: boolean }, signal: AbortSignal): AsyncGenerator<Line>
  /** To be called with all that comes from Slack. */
  overhear(body: Readonly<Record<string, unknown>>): void
  /** Lays the key by which `npm run doctor` finds this bot at `url`. Returns what takes it away. */
  layKey(url: string): () => Promise<void>
}

/** How long Slack may take to answer, in milliseconds. */
const timeoutMs = 10_000

export function createDoctorInTheBot({
  config,
  db,
  log,
  strangers = () => undefined,
  ...means
}: InTheBotParts): DoctorInTheBot {
  const token = randomBytes(32).toString('hex')
  const { botToken, apiUrl } = config.slack
  const listeners = new Set<(sound: Sound) => void>()
  return {
    tokens: config.apiToken ? [token, config.apiToken] : [token],
    examine: (order, signal) =>
      examination({
        ...means,
        ...order,
        strangers,
        config,
        signal,
        clock: systemClock,
        isRunning: true,
        readSettings: async () => readSettingsFile(config.settingsPath, textNames()),
        probe: createProbe({ token: botToken, apiUrl, timeoutMs, clock: systemClock }),
        machine: thisMachine,
        database: () => stateOf(db, systemClock),
        openEar: async () => ({ is: 'unreached', reason: 'held' }),
        async hear(listener) {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
      }),
    overhear(body) {
      // What comes is acknowledged by whoever works it off.
      for (const listener of listeners) listener({ type: typeOf(body), body, acknowledge() {} })
    },
    layKey(url) {
      const folder = config.dataDir
      if (!folder) return async () => {}
      try {
        layKey(folder, { url: reachable(url), token, pid: process.pid })
      } catch (error) {
        // With the API's token the doctor comes in all the same.
        log.info({ err: error }, 'No key for the doctor could be laid into the data folder')
      }
      return async () => takeKey(folder, token)
    },
  }
}

/** Who listens everywhere is reached here. */
const reachable = (url: string): string => url.replace(/\/\/(0\.0\.0\.0|\[?::\]?):/, '//127.0.0.1:')
