import { readFileSync } from 'node:fs'
import { parse, YAMLParseError } from 'yaml'
import { z } from 'zod'
import type { Command, InstalledApp, Shortcut } from './installed-app.ts'

/** Why a manifest cannot be installed, one line for each problem. */
export class BadManifest extends Error {}

const text = (most: number) => z.string().min(1, 'must not be empty').max(most, `must have at most ${most} characters`)
const address = z.url({ protocol: /^https?$/, error: 'must be a URL that begins with http:// or https://' })

const command = z.object({
  command: z.string().regex(/^\/[^\s/A-Z]{1,31}$/, 'must begin with / and have 1 to 31 lower-case letters after it'),
  description: text(2000),
  usage_hint: z.string().max(1000).optional(),
  should_escape: z.boolean().default(false),
  url: address.optional(),
})

const shortcut = z.object({
  name: text(24),
  type: z.enum(['global', 'message'], 'must be "global" or "message"'),
  callback_id: text(255),
  description: text(150),
})

/**
 * What the sandbox reads of an app manifest, with Slack's limits; the rest of it is let be.
 * Source: docs.slack.dev/reference/app-manifest
 */
const schema = z.object({
  display_information: z.object({ name: text(35) }),
  features: z
    .object({
      app_home: z.object({ home_tab_enabled: z.boolean().default(false) }).default({ home_tab_enabled: false }),
      bot_user: z.object({ display_name: text(80) }).optional(),
      shortcuts: z.array(shortcut).max(10, 'an app has at most 10 shortcuts').default([]),
      unfurl_domains: z.array(z.string().min(1)).max(5, 'an app has at most 5 domains').default([]),
      slash_commands: z.array(command).max(50, 'an app has at most 50 slash commands').default([]),
    })
    .prefault({}),
  oauth_config: z.object({
    redirect_urls: z.array(address).max(1000).default([]),
    scopes: z.object({ bot: z.array(z.string()).min(1, 'the bot needs a scope, such as chat:write') }),
  }),
  settings: z
    .object({
      event_subscriptions: z
        .object({ request_url: address.optional(), bot_events: z.array(z.string()).default([]) })
        .prefault({}),
      interactivity: z
        .object({
          is_enabled: z.boolean(),
          request_url: address.optional(),
          message_menu_options_url: address.optional(),
        })
        .prefault({ is_enabled: false }),
      socket_mode_enabled: z.boolean().default(false),
    })
    .prefault({}),
})

type Manifest = z.infer<typeof schema>

/** `/features/slash_commands/0/command`: where in the manifest a problem lies. */
function pointer(path: readonly PropertyKey[]): string {
  return `/${path.map(String).join('/')}`
}

/** Text in lower case without gaps: what Slack makes a bot user's name of. */
function handleOf(displayName: string): string {
  return displayName
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
}

function commandOf({ usage_hint, url, ...rest }: Manifest['features']['slash_commands'][number]): Command {
  return { ...rest, ...(usage_hint ? { usage_hint } : {}), ...(url === undefined ? {} : { url }) }
}

function shortcutOf({ name, type, callback_id, description }: Shortcut): Shortcut {
  return { name, type, callback_id, description }
}

function installed({ display_information, features, oauth_config, settings }: Manifest): InstalledApp {
  const { event_subscriptions: subscriptions, interactivity } = settings
  const displayName = features.bot_user?.display_name ?? display_information.name
  return {
    name: display_information.name,
    handle: handleOf(displayName) || 'app',
    displayName,
    scopes: oauth_config.scopes.bot,
    events: subscriptions.bot_events,
    commands: features.slash_commands.map(commandOf),
    shortcuts: features.shortcuts.map(shortcutOf),
    hasHome: features.app_home.home_tab_enabled,
    isInteractive: interactivity.is_enabled,
    usesSocketMode: settings.socket_mode_enabled,
    redirects: oauth_config.redirect_urls,
    linkDomains: features.unfurl_domains,
    urls: {
      ...(subscriptions.request_url === undefined ? {} : { events: subscriptions.request_url }),
      ...(interactivity.request_url === undefined ? {} : { interactivity: interactivity.request_url }),
      ...(interactivity.message_menu_options_url === undefined
        ? {}
        : { options: interactivity.message_menu_options_url }),
    },
  }
}

function decoded(source: string): unknown {
  try {
    // JSON is YAML, too; its problems are told by line and column either way.
    return parse(source)
  } catch (error) {
    if (error instanceof YAMLParseError) throw new BadManifest(error.message.split('\n')[0] ?? error.message)
    throw error
  }
}

/** The app that a manifest describes, in JSON or YAML. Throws BadManifest with what is wrong and where. */
export function appFrom(source: string): InstalledApp {
  const parsed = schema.safeParse(decoded(source))
  if (parsed.success) return installed(parsed.data)
  throw new BadManifest(parsed.error.issues.map(({ path, message }) => `${pointer(path)}: ${message}`).join('\n'))
}

/** Likewise from a file. Throws BadManifest, too, where the file cannot be read. */
export function readManifest(path: string): InstalledApp {
  let source: string
  try {
    source = readFileSync(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new BadManifest(code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`)
  }
  return appFrom(source)
}
