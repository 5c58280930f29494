import { afterEach, beforeEach } from 'vitest'
import type { RepositoryOptions } from '../github/repository.ts'
import { type GitHubServer, startGitHub } from '../github/server.ts'
import type { Overrides } from '../harness/bot.ts'
import type { DatabaseName } from '../harness/database.ts'
import { type Stage, setStage } from './stage.ts'

export const open = 'acme/service-a'
export const secret = 'acme/security'

/** A stage beside which GitHub stands, with repositories for the issues of action items. */
export type IssueStage = Stage & {
  github: GitHubServer
  /** Declares, adds an item, and brings it to an end; answers the channel's name. */
  endsWith(item: Record<string, unknown>, declared?: Record<string, unknown>): Promise<string>
  /** Changes the first item in the form. */
  changes(channel: string, values: Record<string, unknown>): Promise<void>
  /** Asks GitHub what nobody has told. */
  asks(): Promise<void>
  items(): Promise<Record<string, unknown>[]>
  /** What is known of their issues. */
  links(): Promise<{ number: number | null }[]>
  /** The issues that GitHub holds, as people see them. */
  issues(repository?: string): { number: number; title: string; state: string; labels: string[]; assignees: string[] }[]
}

export function setIssueStage(
  database: DatabaseName,
  {
    issues = {},
    repositories = {},
    more = {},
  }: { issues?: Overrides; repositories?: Record<string, RepositoryOptions>; more?: Overrides } = {},
): IssueStage {
  const settings: Overrides = {}
  const secrets: Record<string, string> = {}
  const stands = {} as { github: GitHubServer }
  beforeEach(async () => {
    stands.github = await startGitHub({
      repositories: {
        [open]: { collaborators: ['sato-gh', 'alice-gh', 'octocat'] },
        [secret]: { private: true, collaborators: ['sato-gh'] },
        ...repositories,
      },
    })
    secrets.SSSBOT_GITHUB_TOKEN = stands.github.token
    secrets.SSSBOT_GITHUB_HOOK = 'a secret of the webhook'
    Object.assign(settings, {
      github: {
        api_url: stands.github.url,
        token_env: 'SSSBOT_GITHUB_TOKEN',
        timeout: '3s',
        webhook_secret_env: 'SSSBOT_GITHUB_HOOK',
        people: { '@sato': 'sato-gh', '@alice': 'alice-gh', '@suzuki': 'no-collaborator' },
      },
      actions: { issues: { repository: open, private: secret, ...issues }, board: 'off' },
      ...more,
    })
  })
  const stage = setStage(database, settings, undefined, secrets)
  afterEach(() => stands.github.close())

  const items = () => stage.bot.app.world.db.read.selectFrom('action_items').selectAll().orderBy('n').execute()
  return Object.defineProperty(
    Object.assign(stage, {
      async endsWith(item: Record<string, unknown>, declared: Record<string, unknown> = {}) {
        const tanaka = stage.as('tanaka')
        const name = await tanaka.declares(declared)
        for (const [verb, values] of [
          ['add-action', item],
          ['recover', {}],
          ['complete', { waivers: 'なし' }],
        ] as const) {
          await tanaka.chooses(name, verb)
          const { errors } = await tanaka.sends(values)
          if (Object.keys(errors).length > 0) throw new Error(JSON.stringify(errors))
          await stage.quiet()
        }
        return name
      },
      async changes(channel: string, values: Record<string, unknown>) {
        const tanaka = stage.as('tanaka')
        await tanaka.chooses(channel, 'actions')
        const [item] = await items()
        const view_id = (await tanaka.form()).id
        await tanaka.do({ do: 'click', view_id, action_id: 'incident.change-action', value: item?.id ?? '' })
        const { errors } = await tanaka.sends(values)
        if (Object.keys(errors).length > 0) throw new Error(JSON.stringify(errors))
        await stage.quiet()
      },
      asks: () => stage.pass(16 * 60_000),
      items,
      links: () => stage.bot.app.world.db.read.selectFrom('action_issues').select('number').execute(),
      issues: (repository: string = open) =>
        stands.github
          .issues(repository)
          .map(({ number, title, state, labels, assignees }) => ({ number, title, state, labels, assignees })),
    }),
    'github',
    { get: () => stands.github },
  ) as typeof stage as IssueStage
}
