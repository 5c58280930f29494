import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../src/kit/clock.ts'
import { createProbe, openEar } from '../../src/kit/slack/index.ts'
import { freePort } from '../harness/processes.ts'
import type { Installation, Ward } from './ward.ts'

/** Something that is not right, and what the doctor must say of it. */
export type Trouble = {
  it: string
  /** How it comes about; what it answers ends it. */
  comes?(ward: Ward): unknown
  given?: Installation | ((ward: Ward) => Installation | Promise<Installation>)
  /** The ids of all that is red, and no others. */
  red: string[]
  what: RegExp
  fix: RegExp
}

const pager = { pagers: { night: { kind: 'webhook', url: 'http://127.0.0.1:9/hook', secret_env: 'NIGHT_SECRET' } } }

/** Settings that name nothing but what is given for one service. */
const only = (service: string): Installation => ({
  settings: `services: { a: { name: A, ${service} } }\nnotify: []\n`,
})

const machineTroubles: Trouble[] = [
  {
    it: 'an old Node',
    given: { machine: { node: '20.11.0' } },
    red: ['environment.node'],
    what: /does not run on Node 20\.11\.0/,
    fix: /Node 24 or newer/,
  },
  {
    it: 'a misspelt variable',
    given: { config: { variables: ['SSSBOT_CONFG', 'SLACK_BOT_TOKEN'] } },
    red: ['environment.variables:SSSBOT_CONFG'],
    what: /Nothing reads .*SSSBOT_CONFG/,
    fix: /SSSBOT_CONFIG is meant/,
  },
  {
    it: 'no settings file',
    given: { settings: null },
    red: ['settings.file'],
    what: /cannot be read \(ENOENT\)/,
    fix: /SSSBOT_CONFIG/,
  },
  {
    it: 'a mistake in the settings file',
    given: { settings: { timekeeper: { checkpoint: '15 minutes' } } },
    red: ['settings.file:timekeeper.checkpoint'],
    what: /Line \d+ of .*has an error/,
    fix: /write 15m/,
  },
  {
    it: 'a secret that is not set',
    given: { settings: pager },
    red: ['settings.secrets:NIGHT_SECRET'],
    what: /NIGHT_SECRET, which the settings need, is not set/,
    fix: /Set NIGHT_SECRET and restart/,
  },
  {
    it: 'a disk that is nearly full',
    given: { machine: { freeBytes: async () => 90 * 1024 * 1024 } },
    red: ['database.space'],
    what: /only 90 MB left/,
    fix: /Free some disk space/,
  },
  {
    it: 'a data folder that cannot be made',
    given: (ward) => {
      writeFileSync(join(ward.folder, 'a-file'), '')
      return { config: { dataDir: join(ward.folder, 'a-file', 'bot') } }
    },
    red: ['database.reached'],
    what: /cannot be used: .*a-file/,
    fix: /SSSBOT_DATA/,
  },
  {
    it: 'a data folder that another process holds, which does not answer',
    given: (ward) => {
      const dataDir = join(ward.folder, 'held')
      mkdirSync(join(dataDir, 'pg'), { recursive: true })
      const holder = { token: 'another', pid: process.ppid, host: hostname() }
      writeFileSync(join(dataDir, 'lock'), JSON.stringify(holder))
      return { config: { dataDir } }
    },
    red: ['database.reached'],
    what: /in use by process \d+ on .*, which does not answer/,
    fix: /stop process \d+/,
  },
  {
    it: 'a port that is taken',
    given: async (ward) => ({ config: { port: ward.sandbox.port } }),
    red: ['http.port'],
    what: /Port \d+ on 127\.0\.0\.1 cannot be used \(EADDRINUSE\)/,
    fix: /set PORT to another number/,
  },
]

const tokenTroubles: Trouble[] = [
  {
    it: 'no Slack to be reached',
    given: async () => ({ slack: { apiUrl: `http://127.0.0.1:${await freePort()}/api/` } }),
    red: ['slack.token'],
    what: /Slack cannot be reached \(ECONNREFUSED\)/,
    fix: /Check the network/,
  },
  {
    it: 'a page of a proxy instead of Slack',
    comes: ({ driver }) => driver.fault({ method: 'auth.test', answer: { ok: 'maybe' } }),
    red: ['slack.token'],
    what: /Slack cannot be reached \(http_200\)/,
    fix: /Check the network/,
  },
  {
    it: 'a bot token that is wrong',
    given: { slack: { botToken: 'xoxb-another' } },
    red: ['slack.token'],
    what: /refused the bot token \(invalid_auth\)/,
    fix: /SLACK_BOT_TOKEN to the new xoxb- token/,
  },
  {
    it: 'a bot token that was revoked',
    comes: ({ driver }) => driver.fault({ method: 'auth.test', error: 'token_revoked' }),
    red: ['slack.token'],
    what: /\(token_revoked\)/,
    fix: /Reinstall the app/,
  },
  {
    it: "a person's token instead of the bot's",
    given: { slack: { botToken: 'xoxp-tanaka' } },
    red: ['slack.token'],
    what: /is not a bot token/,
    fix: /begins with xoxb-/,
  },
  {
    it: 'an app without a scope of the manifest',
    comes: ({ driver, sandbox }) =>
      driver.scopes(sandbox.workspace.scopes.filter((scope) => scope !== 'pins:write' && scope !== 'bookmarks:write')),
    red: ['slack.scopes'],
    what: /lacks scopes: bookmarks:write, pins:write/,
    fix: /Paste manifest\.json .* reinstall the app/,
  },
  {
    it: 'an app-level token that is wrong',
    given: { slack: { appToken: 'xapp-1-A0SSSBOT01-1-wrong' } },
    red: ['slack.app-token'],
    what: /app-level token was refused \(invalid_auth\)/,
    fix: /connections:write/,
  },
  {
    it: 'no app-level token',
    given: { slack: { appToken: undefined } },
    red: ['slack.app-token'],
    what: /SLACK_APP_TOKEN is missing/,
    fix: /Socket Mode/,
  },
  {
    it: 'a firewall that lets no WebSocket through',
    comes: async ({ driver }) =>
      driver.fault({ method: 'apps.connections.open', answer: { url: `ws://127.0.0.1:${await freePort()}/link` } }),
    red: ['slack.app-token'],
    what: /Socket Mode cannot connect/,
    fix: /WebSockets \(wss\)/,
  },
  {
    it: 'tokens of two apps',
    comes: ({ driver }) => driver.fault({ method: 'bots.info', answer: { bot: { id: 'B1', app_id: 'A0ANOTHER1' } } }),
    red: ['slack.same-app'],
    what: /app A0ANOTHER1, the app-level token to A0SSSBOT01/,
    fix: /from the same app/,
  },
  {
    it: 'another installation on the same app',
    comes: anotherEar,
    red: ['slack.connections'],
    what: /1 other connections use this app/,
    fix: /a separate app/,
  },
  {
    it: 'a clock that is ahead of Slack’s',
    given: { aheadMs: 600_000 },
    red: ['slack.clock'],
    what: /60\d s ahead of Slack’s|599 s ahead of Slack’s/,
    fix: /NTP/,
  },
  {
    it: 'a clock that is behind Slack’s',
    given: { aheadMs: -90_000 },
    red: ['slack.clock'],
    what: /(89|9\d) s behind Slack’s/,
    fix: /NTP/,
  },
]

const listTroubles: Trouble[] = [
  {
    it: 'members that may not be read',
    comes: ({ driver }) => driver.fault({ method: 'users.list', error: 'missing_scope' }),
    red: ['slack.people'],
    what: /Not all members could be read \(missing_scope after 0\)/,
    fix: /missing_scope.*reinstall the app/,
  },
  {
    it: 'a Slack that asks for more patience than anybody has',
    comes: ({ driver }) => driver.fault({ method: 'users.list', retry_after: 600 }),
    red: ['slack.people'],
    what: /\(ratelimited after 0\)/,
    fix: /in a few minutes/,
  },
  {
    it: 'channels that cannot be read',
    comes: ({ driver }) => driver.fault({ method: 'conversations.list', error: 'internal_error' }),
    red: ['slack.channels'],
    what: /Not all channels could be read \(http5xx after 0\)/,
    fix: /run this again/,
  },
  {
    it: 'a free plan, which has no groups',
    comes: ({ driver }) => driver.workspace({ plan: 'free' }),
    red: ['slack.groups'],
    what: /plan has no user groups/,
    fix: /one by one .* instead of groups/,
  },
  {
    it: 'groups that Slack does not give',
    comes: ({ driver }) => driver.fault({ method: 'usergroups.list', error: 'invalid_team' }),
    red: ['slack.groups'],
    what: /user groups could not be read \(invalid_team/,
    fix: /invalid_team/,
  },
]

const nameTroubles: Trouble[] = [
  {
    it: 'a group that is misspelt',
    given: only('owners: ["@servise-a"]'),
    red: ['settings.people:services.a.owners[0]'],
    what: /no one in this workspace is called @servise-a/,
    fix: /If @service-a is meant/,
  },
  {
    it: 'an address of nobody',
    given: only('lead: nobody@example.com'),
    red: ['settings.people:services.a.lead'],
    what: /called nobody@example\.com/,
    fix: /Look up the handle or e-mail address/,
  },
  {
    it: 'somebody who has left',
    given: only('first_response: ["@tanaka", Ogawa@Example.com]'),
    red: ['settings.people:services.a.first_response[1]'],
    what: /account of ogawa@example\.com is deactivated/,
    fix: /Name a colleague or a group/,
  },
  {
    it: 'a guest',
    given: only('tiers: [["@guest-mori"]]'),
    red: ['settings.people:services.a.tiers[0][0]'],
    what: /@guest-mori is a guest/,
    fix: /Name a colleague/,
  },
  {
    it: 'somebody of another company',
    comes: ({ driver }) => driver.workspace({ outsiders: 2 }),
    given: only('owners: ["@partner-1"]'),
    red: ['settings.people:services.a.owners[0]'],
    what: /@partner-1 belongs to another company/,
    fix: /Name a colleague/,
  },
  {
    it: 'a bot where a person should be',
    given: only('owners: ["@sssbot"]'),
    red: ['settings.people:services.a.owners[0]'],
    what: /@sssbot is a bot/,
    fix: /Name a colleague/,
  },
  {
    it: 'a group in which nobody can be called',
    comes: ({ driver }) => driver.act({ as: 'watanabe', do: 'usergroup', id: 'csirt', users: ['ogawa', 'guest-mori'] }),
    given: only('owners: ["@csirt"]'),
    red: ['settings.people:services.a.owners[0]'],
    what: /no one in @csirt can be called \(members: 2\)/,
    fix: /Add colleagues to @csirt/,
  },
  {
    it: 'a channel that is misspelt',
    given: only('channels: ["#service-aa"]'),
    red: ['settings.channels:services.a.channels[0]'],
    what: /#service-aa was not found/,
    fix: /If #service-a is meant/,
  },
  {
    it: 'a private channel without the bot',
    given: only('channels: ["#csirt"]'),
    red: ['settings.channels:services.a.channels[0]'],
    what: /#csirt was not found: it does not exist, or it is private/,
    fix: /\/invite @sssbot/,
  },
  {
    it: 'an archived channel',
    comes: ({ driver }) => driver.act({ as: 'sato', do: 'archive', channel: '#drills' }),
    given: only('channels: ["#drills"]'),
    red: ['settings.channels:services.a.channels[0]'],
    what: /#drills is archived/,
    fix: /Unarchive #drills/,
  },
  ...['ext-partner', 'ext-pending'].map((name) => ({
    it: `#${name}, which another company reads or is about to`,
    comes: ({ driver }: Ward) => driver.workspace({ connect: true }),
    given: only(`channels: ["#${name}"]`),
    red: ['settings.channels:services.a.channels[0]'],
    what: /#ext-\w+ is shared with another company/,
    fix: /a channel of your own company/,
  })),
]

/** What only the bot that runs can tell. */
const runningTroubles: Trouble[] = [
  {
    it: 'an address at which something else answers',
    given: ({ sandbox }) => ({
      config: { publicUrl: sandbox.url },
      running: { strangers: 0 },
      ...only('channels: []'),
    }),
    red: ['http.address'],
    what: /Something other than the bot answers at .* \(HTTP 200\)/,
    fix: /reverse proxy and SSSBOT_URL/,
  },
  {
    it: 'an address that leads nowhere',
    given: async () => ({
      config: { publicUrl: `http://127.0.0.1:${await freePort()}` },
      running: { strangers: 0 },
      ...only('channels: []'),
    }),
    red: ['http.address'],
    what: /cannot be reached/,
    fix: /SSSBOT_URL/,
  },
  {
    it: 'a sign-in without an address',
    given: {
      config: { signIn: { issuer: 'https://slack.com', clientId: '1', clientSecret: 'x' } },
      slack: { isSandbox: false },
      ...only('channels: []'),
    },
    red: ['http.sign-in'],
    what: /address at which browsers reach the bot is not/,
    fix: /SSSBOT_URL .* https/,
  },
  {
    it: 'an address by plain http',
    given: {
      config: { publicUrl: 'http://bot.example.com' },
      slack: { isSandbox: false },
      ...only('channels: []'),
    },
    red: ['http.sign-in'],
    what: /is not encrypted/,
    fix: /reverse proxy that ends TLS/,
  },
  {
    it: 'an address without a sign-in',
    given: {
      config: { publicUrl: 'https://bot.example.com' },
      slack: { isSandbox: false },
      ...only('channels: []'),
    },
    red: ['http.sign-in'],
    what: /no one can sign in/,
    fix: /SLACK_CLIENT_ID.*https:\/\/bot\.example\.com\/sign-in\/slack/,
  },
  {
    it: 'a provider that does not answer',
    given: async () => ({
      config: {
        publicUrl: 'https://bot.example.com',
        signIn: { issuer: `http://127.0.0.1:${await freePort()}`, clientId: '1', clientSecret: 'x' },
      },
      ...only('channels: []'),
    }),
    red: ['http.sign-in'],
    what: /does not answer \(TypeError\)/,
    fix: /reach slack\.com/,
  },
  {
    it: 'a provider that is none',
    given: ({ sandbox }) => ({
      config: {
        publicUrl: 'https://bot.example.com',
        signIn: { issuer: `${sandbox.url}/api`, clientId: '1', clientSecret: 'x' },
      },
      ...only('channels: []'),
    }),
    red: ['http.sign-in'],
    what: /does not answer \(HTTP \d+\)/,
    fix: /reach slack\.com/,
  },
  {
    it: 'strangers whom the running bot counts',
    given: { running: { strangers: 3 }, ...only('channels: []') },
    red: ['slack.connections'],
    what: /3 other connections/,
    fix: /Stop the bot that runs elsewhere/,
  },
  {
    it: 'a running bot that is not in a public channel of the settings',
    given: { running: { strangers: 0 }, ...only('channels: ["#drills"]') },
    red: ['settings.channels:services.a.channels[0]'],
    what: /the bot is not in #drills/,
    fix: /Type \/invite @sssbot in #drills/,
  },
]

/** What fails when it is tried, by the method that is refused. */
const refusedTrials: Trouble[] = (
  [
    [
      'conversations.create',
      'restricted_action',
      'try.channel',
      /Slack refused creating a channel \(restricted_action\)/,
    ],
    [
      'chat.postMessage',
      'restricted_action_read_only_channel',
      'try.post',
      /Slack refused posting \(restricted_action_read/,
    ],
    ['conversations.history', 'missing_scope', 'try.read', /Slack refused reading back \(missing_scope\)/],
    ['pins.add', 'permission_denied', 'try.pin', /Slack refused pinning \(permission_denied\)/],
    ['pins.list', 'missing_scope', 'try.pins', /Slack refused listing pins \(missing_scope\)/],
    ['chat.update', 'msg_too_long', 'try.update', /edit of 4000 bytes was refused \(msg_too_long\)/],
    ['conversations.archive', 'restricted_action', 'try.archive', /Slack refused archiving \(restricted_action\)/],
  ] as const
).map(([method, error, id, what]) => ({
  it: `a Slack that refuses ${method}`,
  comes: ({ driver }: Ward) => driver.fault({ method, error }),
  given: { tries: true },
  red: [id],
  what,
  fix: /See what Slack says|Please report this/,
}))

const trialTroubles: Trouble[] = [
  ...refusedTrials,
  {
    it: 'messages that come back without metadata',
    comes: ({ driver }) => driver.fault({ method: 'conversations.history', answer: { messages: [] } }),
    given: { tries: true },
    red: ['try.read'],
    what: /without its metadata/,
    fix: /metadata\.message:read/,
  },
  {
    it: 'a pin that does not stand in the list',
    comes: ({ driver }) => driver.fault({ method: 'pins.list', answer: { items: [] } }),
    given: { tries: true },
    red: ['try.pins'],
    what: /not among the pins/,
    fix: /pins:read/,
  },
  {
    it: 'a Slack that takes the invitation of nobody',
    comes: ({ driver }) => driver.fault({ method: 'conversations.invite', answer: { ok: true } }),
    given: { tries: true },
    red: ['try.invite'],
    what: /accepted an invitation/,
    fix: /Please report this/,
  },
  {
    it: 'events that another installation takes away',
    comes: anotherEar,
    given: { tries: true },
    red: ['slack.connections', 'try.echoes'],
    what: /other connections|did not arrive within 5 s/,
    fix: /separate app|no one else is connected/,
  },
  {
    it: 'a pager that does not take our signature',
    comes: refusingPager,
    given: (ward) => ({
      settings: { pagers: { night: { kind: 'webhook', url: pagerOf.get(ward), secret_env: 'NIGHT_SECRET' } } },
      secrets: { NIGHT_SECRET: 'not the one' },
      tries: true,
    }),
    red: ['pagers:night'],
    what: /night did not accept a test event \(HTTP 401\)/,
    fix: /pagers\.night and the value of NIGHT_SECRET/,
  },
  {
    it: 'a read key that PagerDuty does not know',
    comes: refusingPager,
    given: (ward) => ({
      settings: {
        pagers: {
          night: {
            kind: 'pagerduty',
            routing_key_env: 'NIGHT_SECRET',
            read_key_env: 'NIGHT_READ',
            api_url: pagerOf.get(ward)?.replace('/hook', ''),
          },
        },
      },
      secrets: { NIGHT_SECRET: 'an integration key', NIGHT_READ: 'not a key' },
    }),
    red: ['read-keys:night'],
    what: /Could not read who is on call at the pager night \(HTTP 401\)/,
    fix: /Set NIGHT_READ to a read-only REST API key/,
  },
]

export const troubles: readonly Trouble[] = [
  ...machineTroubles,
  ...tokenTroubles,
  ...listTroubles,
  ...nameTroubles,
  ...runningTroubles,
  ...trialTroubles,
]

const pagerOf = new WeakMap<Ward, string>()

async function refusingPager(ward: Ward): Promise<() => void> {
  const server = createServer((_, response) => response.writeHead(401).end())
  const port = await freePort()
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  pagerOf.set(ward, `http://127.0.0.1:${port}/hook`)
  return () => server.close()
}

/** Somebody else with the same app-level token, who takes what comes and does nothing. */
async function anotherEar({ sandbox }: Ward): Promise<() => void> {
  const probe = createProbe({
    token: 'xoxb-sandbox',
    apiUrl: `${sandbox.url}/api/`,
    timeoutMs: 10_000,
    clock: systemClock,
  })
  const opened = await openEar({ probe, appToken: 'xapp-sandbox', clock: systemClock })
  if (opened.is !== 'open') throw new Error(`No other ear: ${JSON.stringify(opened)}`)
  opened.ear.listen(({ acknowledge }) => acknowledge())
  return () => opened.ear.close()
}
