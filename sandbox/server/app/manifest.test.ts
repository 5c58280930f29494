import { expect, it } from 'vitest'
import { addressFor, localAddress } from './addresses.ts'
import { ourApp } from './installed-app.ts'
import { appFrom, BadManifest, readManifest } from './manifest.ts'

const least = 'display_information: { name: Incident Bot }\noauth_config: { scopes: { bot: [chat:write] } }\n'

function problemsOf(source: string): string[] {
  try {
    appFrom(source)
    return []
  } catch (error) {
    if (error instanceof BadManifest) return error.message.split('\n')
    throw error
  }
}

it('the least that a manifest says is a name and a scope; the rest is as Slack takes it', () => {
  expect(appFrom(least)).toMatchObject({
    name: 'Incident Bot',
    handle: 'incident_bot',
    displayName: 'Incident Bot',
    commands: [],
    events: [],
    hasHome: false,
    isInteractive: false,
    usesSocketMode: false,
  })
})

it('JSON is read as YAML is, and what the sandbox does not know is let be', () => {
  const manifest = {
    _metadata: { major_version: 2 },
    display_information: { name: 'x', description: 'y' },
    features: { bot_user: { display_name: 'Hal 9000', always_online: false }, assistant_view: {} },
    oauth_config: { redirect_urls: [], scopes: { bot: ['commands'], user: ['identify'] } },
    settings: { socket_mode_enabled: true, interactivity: { is_enabled: true } },
  }
  expect(appFrom(JSON.stringify(manifest))).toMatchObject({
    handle: 'hal_9000',
    usesSocketMode: true,
    isInteractive: true,
  })
})

it.each([
  ['{ "a": ', [/at line 1/]],
  ['just a text', [/^\/: /]],
  ['display_information: { name: x }', [/^\/oauth_config/]],
  [
    `${least}features: { slash_commands: [{ command: deploy, description: x }] }`,
    [/^\/features\/slash_commands\/0\/command: .*begin with \//],
  ],
  [
    `${least}features: { shortcuts: [{ name: x, type: local, callback_id: x, description: '' }] }`,
    [
      /^\/features\/shortcuts\/0\/type: .*"global" or "message"/,
      /^\/features\/shortcuts\/0\/description: must not be empty/,
    ],
  ],
  [`${least}settings: { event_subscriptions: { request_url: nowhere } }`, [/request_url: must be a URL/]],
])('%j is refused with what is wrong and where', (source, expected) => {
  expect(problemsOf(source)).toEqual(expected.map((each) => expect.stringMatching(each)))
})

it('a file that is not there is said so', () => {
  expect(() => readManifest('/no/such/manifest.yaml')).toThrow('there is no such file')
})

it('requests go where the manifest says, and never off this machine', () => {
  const app = {
    ...ourApp,
    commands: [
      { command: '/deploy', description: 'x', should_escape: true, url: 'https://bot.example.com/deploy?v=1' },
    ],
    urls: { events: 'http://localhost:8080/events', interactivity: 'https://bot.example.com/act' },
  }
  const sent = (kind: 'events_api' | 'interactive' | 'slash_commands', type: string, payload = {}) =>
    addressFor(app, { kind, type, payload }, 'http://127.0.0.1:3000/slack/events')
  expect(sent('events_api', 'message')).toBe('http://localhost:8080/events')
  expect(sent('interactive', 'block_actions')).toBe('http://127.0.0.1:3000/act')
  expect(sent('interactive', 'block_suggestion')).toBe('http://127.0.0.1:3000/act')
  expect(sent('slash_commands', 'slash_commands', { command: '/deploy' })).toBe('http://127.0.0.1:3000/deploy?v=1')
  expect(localAddress('http://[::1]:9/x', 'http://127.0.0.1:3000')).toBe('http://[::1]:9/x')
})
