import { afterEach, beforeEach } from 'vitest'
import { createModels } from '../../src/kit/models/index.ts'
import { type Asked, createDesk, type Desk, type Evidence, keptProse, makeProse } from '../../src/rooms/models/index.ts'
import type { Overrides } from '../harness/bot.ts'
import type { DatabaseName } from '../harness/database.ts'
import { type ModelServer, startModels } from '../models/server.ts'
import { incidentIn, keptIn } from './conversation.ts'
import { type Stage, setStage } from './stage.ts'

/** A stage beside which a language model stands. */
export type ModelStage = Stage & {
  models: ModelServer
  desk: Desk
  /** What the model may rest on: all that was said in the channel of an incident. */
  asked(channel: string, more?: Partial<Asked>): Promise<Asked>
  /** Asks as a job does. */
  asks(asked: Asked, signal?: AbortSignal): ReturnType<typeof makeProse>
  /** What was answered before, as people look. */
  reads(asked: Asked): ReturnType<typeof keptProse>
  ledger(): Promise<LedgerOnStage[]>
}

export type LedgerOnStage = {
  outcome: string
  reason: string | null
  attempt: number
  request: string | null
  answer: string | null
  is_estimated: boolean
  input_tokens: number
  scrubbed_for: string | null
}

export const apiToken = 'a-token-for-stories-only'

export function setModelStage(
  database: DatabaseName,
  more: Overrides = {},
  model: Overrides = {},
  embeddings?: Overrides,
): ModelStage {
  const settings: Overrides = {}
  const secrets: Record<string, string> = { SSSBOT_API_TOKEN: apiToken, MODEL_KEY: 'the key of the model' }
  const stands = {} as { models: ModelServer; desk: Desk }
  beforeEach(async () => {
    stands.models = await startModels()
    stands.desk = createDesk(createModels({ secret: (name) => secrets[name] }))
    const fast = {
      provider: 'openai-compatible',
      base_url: stands.models.url,
      model: 'small',
      key_env: 'MODEL_KEY',
      ...model,
    }
    Object.assign(settings, {
      api: { right: 'administrator' },
      assistant: { models: { fast, ...(embeddings ? { embeddings: { ...fast, ...embeddings } } : {}), ...more } },
    })
  })
  const stage = setStage(database, settings, undefined, secrets)
  afterEach(() => stands.models.close())
  const added = {
    async asked(channel: string, given: Partial<Asked> = {}): Promise<Asked> {
      const evidence = (await keptIn(stage, channel)).map(
        ({ ts, words, author }): Evidence => ({
          key: `message:${ts}`,
          place: `${channelIds.get(channel) ?? ''}:${ts}`,
          words: (words ?? '').replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
          at: new Date(Number(ts) * 1000),
          author,
          isPinned: false,
        }),
      )
      const id = await incidentIn(stage, channel)
      return {
        incidentId: id,
        purpose: 'summary',
        language: 'ja',
        evidence,
        people: [],
        timeZone: 'Asia/Tokyo',
        askedBy: 'U0SATO',
        ...given,
      }
    },
    asks: (asked: Asked, signal = new AbortController().signal) =>
      makeProse(stage.bot.app.world, stands.desk, asked, signal),
    reads: (asked: Asked) => keptProse(stage.bot.app.world, stage.bot.app.world.db.read, asked),
    ledger: () =>
      stage.bot.app.world.db.read
        .selectFrom('model_calls')
        .select(['outcome', 'reason', 'attempt', 'request', 'answer', 'is_estimated', 'input_tokens', 'scrubbed_for'])
        .orderBy('id')
        .execute(),
  }
  /** By name, as far as stories have asked. */
  const channelIds = new Map<string, string>()
  const ask = added.asked
  added.asked = async (channel, given) => {
    channelIds.set(channel, (await stage.channel(channel)).id)
    return ask(channel, given)
  }
  return Object.defineProperties(Object.assign(stage, added), {
    models: { get: () => stands.models },
    desk: { get: () => stands.desk },
  }) as typeof stage as ModelStage
}
