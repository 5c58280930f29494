import { z } from 'zod'
import { readLeniently } from '../kit/lenient.ts'
import type { EarOpened, Probed } from '../kit/slack/index.ts'
import type { Parsed, Settings } from '../rooms/settings/index.ts'
import type { DatabaseFound, GroundParts } from './grounds.ts'
import {
  type ChannelSeen,
  type GroupSeen,
  type PersonSeen,
  type Reading,
  readChannels,
  readGroups,
  readPeople,
} from './lists.ts'
import type { Tell } from './texts.ts'

/** What the bot token says of itself. */
export type Identity = {
  userId: string
  botId: string
  teamId: string
  /** Of a company with several workspaces: the company. */
  companyId: string | undefined
  team: string
  url: string
}

/** What several checks ask: each is looked up when it is first asked for, and once. */
export type Facts = {
  settings(): Promise<Parsed | { ok: false; unread: string }>
  /** The settings, where they can be used. */
  usable(): Promise<Settings | undefined>
  authTest(): Promise<Probed>
  /** Who the bot is; undefined where the token does not say. */
  identity(): Promise<Identity | undefined>
  /** The app of the bot token; undefined where Slack does not say. */
  appId(): Promise<string | undefined>
  ear(): Promise<EarOpened>
  /** Whether anybody has asked for the ear, which is to be closed then. */
  hasEar(): boolean
  database(): Promise<DatabaseFound>
  people(): Promise<Reading<PersonSeen> | undefined>
  channels(): Promise<Reading<ChannelSeen> | undefined>
  groups(): Promise<Reading<GroupSeen> | undefined>
}

const identity = z
  .looseObject({
    user_id: z.string(),
    bot_id: z.string(),
    team_id: z.string(),
    enterprise_id: z.string().optional(),
    team: z.string().default(''),
    url: z.string().default(''),
  })
  .transform(
    ({ user_id, bot_id, team_id, enterprise_id, team, url }): Identity => ({
      userId: user_id,
      botId: bot_id,
      teamId: team_id,
      companyId: enterprise_id,
      team,
      url,
    }),
  )
const botInfo = z.looseObject({ bot: z.looseObject({ app_id: z.string() }) })

export function createFacts(parts: GroundParts, tell: Tell): Facts {
  const { probe, database, openEar, readSettings } = parts
  let hasEar = false
  const facts: Facts = {
    settings: once(readSettings),
    usable: once(async () => {
      const parsed = await facts.settings()
      return parsed.ok ? parsed.settings : undefined
    }),
    authTest: once(() => probe('auth.test')),
    identity: once(async () => {
      const answer = await facts.authTest()
      const read = answer.is === 'answered' && answer.ok ? readLeniently(identity, answer.body) : undefined
      return read?.value
    }),
    appId: once(async () => {
      const who = await facts.identity()
      const answer = who && (await probe('bots.info', { bot: who.botId }))
      return answer?.is === 'answered' ? readLeniently(botInfo, answer.body)?.value.bot.app_id : undefined
    }),
    ear: once(() => {
      hasEar = true
      return openEar()
    }),
    hasEar: () => hasEar,
    database: once(database),
    people: once(async () => ((await facts.identity()) ? readPeople(parts, tell) : undefined)),
    channels: once(async () => ((await facts.identity()) ? readChannels(parts, tell) : undefined)),
    groups: once(async () => ((await facts.identity()) ? readGroups(parts) : undefined)),
  }
  return facts
}

function once<T>(look: () => Promise<T>): () => Promise<T> {
  let looked: Promise<T> | undefined
  return () => (looked ??= look())
}
