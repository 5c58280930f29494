import { z } from 'zod'
import type { Connection } from '../../../kit/github/index.ts'
import { party } from '../values/address.ts'
import { duration } from '../values/duration.ts'
import { safeAddress, variable } from '../values/outside.ts'

/** The GitHub account of a Slack user or group: a person's login, or a team's slug within the organisation of the repository. */
export type GitHubName = { login: string } | { team: string }

/** How GitHub is reached, and who is who there. */
export type GitHubSettings = {
  connection: Connection
  /** The variable with the secret of the webhook; without one GitHub is asked from time to time. */
  webhookSecretEnv: string | undefined
  /** By the handle, address or member id as the settings write it elsewhere, without its `@`. */
  people: Readonly<Record<string, GitHubName>>
}

/** `octocat`, or `@acme/payments` for a team. https://docs.github.com/admin/managing-iam/username-considerations */
const name = z
  .string('github_name')
  .regex(/^(?:[a-z\d](?:[a-z\d_-]{0,38})|@[a-z\d-]+\/[\w.-]+)$/i, 'github_name')
  .transform((text): GitHubName => (text.startsWith('@') ? { team: text.split('/')[1] ?? '' } : { login: text }))

const app = z.strictObject({
  id: z.coerce.string().describe("The App's id or client id. App の ID"),
  installation: z.int().positive().describe('The number in the address of its installation. インストール ID'),
  private_key_env: variable.describe('The environment variable with its private key. 秘密鍵の変数名'),
})

/** GitHub, for the pull requests of postmortems and the issues of action items. */
export const github = z
  .strictObject({
    api_url: safeAddress('github_url')
      .default('https://api.github.com')
      .describe('Enterprise Server: https://<host>/api/v3. API の場所'),
    token_env: variable.optional().describe('The environment variable with a token, or else `app`. トークンの変数名'),
    app: app.optional().describe('A GitHub App instead of a token. GitHub App'),
    webhook_secret_env: variable
      .optional()
      .describe('The environment variable with the secret of the webhook. Webhook の秘密の変数名'),
    timeout: duration.prefault('10s').describe('How long to wait for an answer. 応答を待つ時間'),
    people: z
      .record(party, name, 'services')
      .default({})
      .describe('Groups and people of Slack, and who they are on GitHub. Slack の人・グループと GitHub の対応'),
  })
  .superRefine(({ token_env, app }, context) => {
    if ((token_env === undefined) === (app === undefined)) {
      context.addIssue({ code: 'custom', path: ['token_env'], message: 'github_credentials' })
    }
  })
  .transform(
    ({ api_url, token_env, app, webhook_secret_env, timeout, people }): GitHubSettings => ({
      connection: {
        apiUrl: api_url.replace(/(?<!\/)\/+$/, ''),
        timeoutMs: timeout,
        credentials: app
          ? { kind: 'app', id: app.id, installation: app.installation, privateKeyEnv: app.private_key_env }
          : { kind: 'token', tokenEnv: token_env ?? '' },
      },
      webhookSecretEnv: webhook_secret_env,
      people,
    }),
  )

/** The names of the environment variables that hold GitHub's secrets. */
export function githubSecretNames(settings: GitHubSettings): string[] {
  const { credentials } = settings.connection
  const key = credentials.kind === 'app' ? credentials.privateKeyEnv : credentials.tokenEnv
  return settings.webhookSecretEnv ? [key, settings.webhookSecretEnv] : [key]
}
