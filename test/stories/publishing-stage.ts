import { afterEach, beforeEach } from 'vitest'
import { person } from '../../src/rooms/facts/index.ts'
import { perform } from '../../src/rooms/incident/index.ts'
import { learningOf, type SectionKey, writeSections } from '../../src/rooms/postmortem/index.ts'
import type { RepositoryOptions } from '../github/repository.ts'
import { type GitHubServer, startGitHub } from '../github/server.ts'
import type { Overrides } from '../harness/bot.ts'
import type { DatabaseName } from '../harness/database.ts'
import { type Stage, setStage } from './stage.ts'

export const openRepository = 'acme/postmortems'
export const secretRepository = 'acme/secret-postmortems'
export const webhookSecret = 'a secret of the webhook'

/** Every gap that a full document can have. */
const gaps = ['affected', 'cause', 'trigger', 'detection', 'resolution', 'well', 'wrong', 'lucky', 'next']

/** A stage beside which GitHub stands, with the document's way there in the settings. */
export type PublishingStage = Stage & {
  github: GitHubServer
  /** Declares and recovers; answers the channel's name and the incident's id. */
  recovers(values?: Record<string, unknown>): Promise<{ name: string; id: string }>
  /** Somebody writes what only people know. */
  writes(incidentId: string, sections: Partial<Record<SectionKey, string>>): Promise<void>
  /** Nothing is missing any more. */
  completes(incidentId: string): Promise<void>
}

export function setPublishingStage(
  database: DatabaseName,
  {
    publishing = {},
    repository = {},
    more = {},
    hook = false,
    own = {},
  }: {
    publishing?: Overrides
    repository?: RepositoryOptions
    more?: Overrides
    hook?: boolean
    /** Other secrets of the bot. */
    own?: Readonly<Record<string, string>>
  } = {},
): PublishingStage {
  const settings: Overrides = {}
  const secrets: Record<string, string> = { ...own, SSSBOT_GITHUB_HOOK: webhookSecret }
  const made = {} as { github: GitHubServer }
  beforeEach(async () => {
    made.github = await startGitHub({
      repositories: {
        [openRepository]: { collaborators: ['sato-gh', 'suzuki-gh'], teams: ['service-a'], ...repository },
        [secretRepository]: { private: true, collaborators: ['sato-gh'] },
      },
    })
    secrets.SSSBOT_GITHUB_TOKEN = made.github.token
    Object.assign(settings, {
      github: {
        api_url: made.github.url,
        token_env: 'SSSBOT_GITHUB_TOKEN',
        timeout: '10s',
        ...(hook ? { webhook_secret_env: 'SSSBOT_GITHUB_HOOK' } : {}),
        people: { '@service-a': '@acme/service-a' },
      },
      publishing: { public: { repository: openRepository }, ...publishing },
      ...more,
    })
  })
  const stage = setStage(database, settings, undefined, secrets)
  afterEach(() => made.github.close())

  beforeEach(() => {
    if (hook) made.github.hook({ url: `${stage.bot.app.url}/github/webhook`, secret: webhookSecret })
  })

  const whole: PublishingStage = Object.assign(stage, {
    github: made.github,
    async recovers(values: Record<string, unknown> = {}) {
      // Of a private incident nobody may write who does not know of it.
      const writer = values.visibility === 'private' ? 'U0TANAKA' : 'U0SATO'
      const name = await stage.as('tanaka').declares({ summary: '決済が失敗する', ...values })
      await stage.as('tanaka').chooses(name, 'recover')
      const { errors } = await stage.as('tanaka').sends({ postmortem_owner: writer })
      if (Object.keys(errors).length > 0) throw new Error(JSON.stringify(errors))
      await stage.quiet()
      const channel = await stage.channel(name)
      const row = await stage.bot.app.world.db.read
        .selectFrom('incident_channels')
        .select('incident_id')
        .where('channel_id', '=', channel.id)
        .executeTakeFirstOrThrow()
      return { name, id: row.incident_id }
    },
    async writes(incidentId: string, sections: Partial<Record<SectionKey, string>>) {
      const { world } = stage.bot.app
      for (const [section, words] of Object.entries(sections) as [SectionKey, string][]) {
        const seen = (await learningOf(world.db.read, incidentId)).written.get(section)?.version ?? 0
        // Whoever declared it may know of it, private as it may be.
        const caller = { actor: person('U0TANAKA'), via: 'slack' as const }
        await perform(world, writeSections, caller, incidentId, { [section]: words, seen: { [section]: seen } })
      }
      await stage.pass(30_000)
    },
    async completes(incidentId: string) {
      const { world } = stage.bot.app
      await world.db.transaction((tx) =>
        tx
          .updateTable('incidents')
          .set({
            occurred_at: world.clock.now(),
            detected_at: world.clock.now(),
            detected_by: 'monitoring',
            level: 'level5',
            types: ['availability'],
            impact: '全ユーザー',
          })
          .where('id', '=', incidentId)
          .execute(),
      )
      await whole.writes(incidentId, Object.fromEntries(gaps.map((gap) => [gap, `${gap} について`])))
    },
  })
  // The server is made anew for each test.
  Object.defineProperty(whole, 'github', { get: () => made.github })
  return whole
}
