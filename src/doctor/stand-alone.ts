import type { Config } from '../config.ts'
import { systemClock } from '../kit/clock.ts'
import { createGitHubs } from '../kit/github/index.ts'
import type { Locale } from '../kit/i18n/index.ts'
import { silentLog } from '../kit/log.ts'
import { createModels } from '../kit/models/index.ts'
import { createProbe, createSlack, openEar } from '../kit/slack/index.ts'
import type { Ask, Post } from '../rooms/paging/index.ts'
import type { GroundParts, Machine } from './grounds.ts'
import { lookAtDatabase, readSettingsFile } from './look.ts'
import { thisMachine } from './machine.ts'

export type StandAloneOptions = {
  config: Config
  locale: Locale
  tries: boolean
  waits: boolean
  /** The names of all texts, which the settings may replace. */
  textNames?: readonly string[]
  post: Post
  ask: Ask
  machine?: Machine
  clock?: GroundParts['clock']
  signal: AbortSignal
}

/** How long Slack may take to answer, in milliseconds. */
const timeoutMs = 10_000

/** What a doctor has where no bot runs: means of its own. */
export function standAlone(options: StandAloneOptions): Omit<GroundParts, 'tell'> {
  const { config, textNames, clock = systemClock, machine = thisMachine, ...rest } = options
  const { botToken, appToken, apiUrl } = config.slack
  const probe = createProbe({ token: botToken, apiUrl, timeoutMs, clock: systemClock })
  const slack = createSlack({ token: botToken, ...(apiUrl ? { apiUrl } : {}), timeoutMs, log: silentLog })
  const ear = once(() => openEar({ probe, appToken: appToken ?? '', clock: systemClock }))
  return {
    ...rest,
    config,
    clock,
    machine,
    isRunning: false,
    readSettings: async () => readSettingsFile(config.settingsPath, textNames),
    slack,
    probe: createProbe({ token: botToken, apiUrl, timeoutMs, clock }),
    models: createModels({ secret: config.secret }),
    github: createGitHubs({ secret: config.secret, log: silentLog, clock: systemClock }),
    database: () => lookAtDatabase(config, clock),
    openEar: ear,
    async hear(listener) {
      if (config.transport !== 'socket') return undefined
      const opened = await ear()
      if (opened.is !== 'open') return undefined
      opened.ear.listen(({ body, acknowledge }) => listener({ type: typeOf(body), body, acknowledge }))
      return () => opened.ear.listen(() => {})
    },
    strangers: () => undefined,
  }
}

const once = <T>(look: () => Promise<T>): (() => Promise<T>) => {
  let looked: Promise<T> | undefined
  return () => {
    looked ??= look()
    return looked
  }
}

/** The type of an event, or of what somebody pressed. */
export function typeOf(body: Readonly<Record<string, unknown>>): string {
  const { type, event } = body
  const inner = typeof event === 'object' && event !== null && 'type' in event ? event.type : undefined
  return typeof inner === 'string' ? inner : typeof type === 'string' ? type : ''
}
