import { join } from 'node:path'
import { z } from 'zod'
import { blockedPorts, blockedPortWords } from './kit/blocked-ports.ts'
import { SetupError } from './kit/db/index.ts'
import { learnSecrets } from './kit/secrets.ts'

/** What the environment says. The rest is configured in `sssbot.yaml`. */
export type Config = {
  /** Where the bot's HTTP server listens; loopback unless HOST says otherwise. */
  port: number
  host: string
  databaseUrl: string | undefined
  /** The folder of the embedded database, used without DATABASE_URL. */
  dataDir: string
  settingsPath: string
  transport: 'socket' | 'http'
  slack: {
    botToken: string
    appToken: string | undefined
    signingSecret: string | undefined
    /** Where Slack's Web API stands; Slack's own when undefined. */
    apiUrl: string | undefined
    /** True where the bot speaks to the sandbox that this project ships. */
    isSandbox: boolean
  }
  /** Where people's browsers reach the bot, without a slash at the end; undefined where nobody has said so. */
  publicUrl?: string | undefined
  /** By which people prove to Slack who they are on the dashboard; undefined where the app's client is not set. */
  signIn?: { issuer: string; clientId: string; clientSecret: string } | undefined
  /** Who sends it may use the HTTP API; without one the API is closed. */
  apiToken?: string | undefined
  /** Where people open the sandbox; undefined with a real Slack. */
  sandboxUrl: string | undefined
  /** Where programs are found. */
  searchPath?: string | undefined
  /** The names of the variables that are set and begin as ours do, without what they say. */
  variables?: readonly string[] | undefined
  /** The secret in an environment variable that the settings name; undefined where it is not set. */
  secret(name: string): string | undefined
}

const port = z.coerce
  .number()
  .int()
  .min(1)
  .max(65535)
  .refine((number) => !blockedPorts.has(number))

const environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  SANDBOX_PORT: port.default(4000),
  DATABASE_URL: z.string().min(1).optional(),
  SSSBOT_DATA: z.string().min(1).default('data'),
  SSSBOT_CONFIG: z.string().min(1).default('sssbot.yaml'),
  SSSBOT_TRANSPORT: z.enum(['socket', 'http']).optional(),
  SSSBOT_API_TOKEN: z.string().min(16).optional(),
  SSSBOT_URL: z.url({ protocol: /^https?$/ }).optional(),
  SLACK_BOT_TOKEN: z.string().min(1).optional(),
  SLACK_APP_TOKEN: z.string().min(1).optional(),
  SLACK_SIGNING_SECRET: z.string().min(1).optional(),
  SLACK_CLIENT_ID: z.string().min(1).optional(),
  SLACK_CLIENT_SECRET: z.string().min(1).optional(),
})

/** The names of all variables that the bot reads itself. */
export const knownVariables: readonly string[] = Object.keys(environment.shape)

/**
 * Reads the environment. Relative paths count from `base`, the project's folder. Throws a `SetupError` that names the
 * variable and what to write instead.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, base: string): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  // Before anything is said of it: what is refused may hold a secret as well.
  learnSecrets(Object.entries(set).flatMap(([name, value]) => (namesSecret(name) && value ? [value] : [])))
  const parsed = environment.safeParse(set)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const name = String(issue?.path[0] ?? 'the environment')
    const shown = secretNames.has(name) ? name : `${name}=${String(set[name] ?? '')}`
    if (issue?.code === 'custom') throw new SetupError(blockedPortWords(name, String(set[name])))
    throw new SetupError(`${shown} cannot be used: ${hints[name] ?? issue?.message ?? ''}`)
  }
  const values = parsed.data
  const common = {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    dataDir: join(absolute(base, values.SSSBOT_DATA), 'bot'),
    settingsPath: absolute(base, values.SSSBOT_CONFIG),
    apiToken: values.SSSBOT_API_TOKEN,
    publicUrl: values.SSSBOT_URL?.replace(/(?<!\/)\/+$/, ''),
    searchPath: env.PATH,
    variables: Object.keys(set).filter((name) => /^(SSSBOT|SLACK)_/.test(name)),
    secret: (name: string) => {
      const value = Object.hasOwn(set, name) ? set[name] : undefined
      // Whatever the settings name for a secret is one from now on.
      if (value && !plainVariables.has(name)) learnSecrets([value])
      return value
    },
  }
  if (!values.SLACK_BOT_TOKEN) {
    if (values.SLACK_APP_TOKEN || values.SLACK_SIGNING_SECRET) {
      throw new SetupError(
        'SLACK_BOT_TOKEN is missing: to connect a real Slack, set it beside the other SLACK_ variables',
      )
    }
    const sandboxUrl = `http://127.0.0.1:${values.SANDBOX_PORT}`
    return {
      ...common,
      transport: values.SSSBOT_TRANSPORT ?? 'socket',
      slack: {
        botToken: 'xoxb-sandbox',
        appToken: 'xapp-sandbox',
        signingSecret: 'sandbox',
        apiUrl: `${sandboxUrl}/api/`,
        isSandbox: true,
      },
      sandboxUrl,
      signIn: { issuer: sandboxUrl, clientId: 'sandbox', clientSecret: 'sandbox' },
    }
  }
  const transport = values.SSSBOT_TRANSPORT ?? (values.SLACK_APP_TOKEN ? 'socket' : 'http')
  if (transport === 'socket' && !values.SLACK_APP_TOKEN) {
    throw new SetupError(
      'SLACK_APP_TOKEN is missing: Socket Mode needs an app-level token (xapp-…) with connections:write',
    )
  }
  if (transport === 'http' && !values.SLACK_SIGNING_SECRET) {
    throw new SetupError(
      'SLACK_SIGNING_SECRET is missing: to receive by HTTP, copy it from the app’s Basic Information',
    )
  }
  return {
    ...common,
    transport,
    slack: {
      botToken: values.SLACK_BOT_TOKEN,
      appToken: values.SLACK_APP_TOKEN,
      signingSecret: values.SLACK_SIGNING_SECRET,
      apiUrl: undefined,
      isSandbox: false,
    },
    sandboxUrl: undefined,
    signIn: clientOf(values.SLACK_CLIENT_ID, values.SLACK_CLIENT_SECRET),
  }
}

function clientOf(clientId: string | undefined, clientSecret: string | undefined): Config['signIn'] {
  if (clientId !== undefined && clientSecret !== undefined)
    return { issuer: 'https://slack.com', clientId, clientSecret }
  if (clientId === undefined && clientSecret === undefined) return undefined
  const missing = clientId === undefined ? 'SLACK_CLIENT_ID' : 'SLACK_CLIENT_SECRET'
  throw new SetupError(`${missing} is missing: to sign in with Slack, copy both from the app’s Basic Information`)
}

/** Variables whose values are secret. */
const secretNames: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'SLACK_APP_TOKEN',
  'SLACK_BOT_TOKEN',
  'SLACK_CLIENT_SECRET',
  'SLACK_SIGNING_SECRET',
  'SSSBOT_API_TOKEN',
])

/** What these say is shown. */
const plainVariables: ReadonlySet<string> = new Set(
  ['PATH', 'HOME', 'USER', 'LANG', 'TZ', 'PWD'].concat(
    Object.keys(environment.shape).filter((name) => !secretNames.has(name)),
  ),
)

/** Whether a variable is one of our secrets, or is called like one. */
const namesSecret = (name: string): boolean =>
  !plainVariables.has(name) &&
  (secretNames.has(name) || /TOKEN|SECRET|PASSW|PASSPHRASE|CREDENTIAL|_KEY$|^PG.*PASS|DATABASE_URL|WEBHOOK/i.test(name))

const hints: Record<string, string> = {
  PORT: 'write a port between 1 and 65535, for example PORT=3000',
  SANDBOX_PORT: 'write a port between 1 and 65535, for example SANDBOX_PORT=4000',
  SSSBOT_TRANSPORT: 'write socket or http',
  SSSBOT_URL: 'write where browsers reach the bot, for example SSSBOT_URL=https://sssbot.example.com',
  SSSBOT_API_TOKEN: 'write at least 16 characters, for example what `openssl rand -hex 32` prints',
}

const absolute = (base: string, path: string): string => (path.startsWith('/') ? path : join(base, path))
