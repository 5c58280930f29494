import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Locale } from '../../../kit/i18n/index.ts'
import { checkpointEvery } from '../sections/timekeeper.ts'
import { parseSettings } from './parse-settings.ts'
import { formatProblems } from './problem.ts'

const MINUTE = 60_000

/** A file with one service, and what a story adds to it. */
const withService = (rest: string) => `services:\n  a:\n    name: サービスA\n${rest}`

function problemsOf(text: string, locale: Locale = 'en', textNames?: string[]): string[] {
  const parsed = parseSettings(text, 'sssbot.yaml', textNames)
  return parsed.ok ? [] : formatProblems(parsed.problems, locale).split('\n')
}

function settingsOf(text: string) {
  const parsed = parseSettings(text, 'sssbot.yaml')
  if (!parsed.ok) throw new Error(formatProblems(parsed.problems, 'en'))
  return parsed.settings
}

describe('a file that is right', () => {
  test('five lines are enough', () => {
    const settings = settingsOf(`language: en
services:
  a:
    name: Service A
    first_response: ["@service-a"]
`)
    expect(settings.services.a).toMatchObject({ channel_name: 'Service A', first_response: ['service-a'] })
    expect(settings.timekeeper).toMatchObject({ checkpoint: 15 * MINUTE })
    expect(settings.levels.steps).toHaveLength(5)
    expect(settings.slack).toEqual({ timeout: 10_000, settle: 3000 })
  })

  test('a part whose lines are all commented out keeps its default', () => {
    expect(settingsOf(withService('timekeeper:\n  # checkpoint: 5m\n')).timekeeper.checkpoint).toBe(15 * MINUTE)
  })

  test('a text in one language serves both', () => {
    const { services } = settingsOf('services:\n  a: { name: { en: Pay } }\n  b: { name: 決済 }\n')
    expect(services.a?.name).toEqual({ ja: 'Pay', en: 'Pay' })
    expect(services.b?.name).toEqual({ ja: '決済', en: '決済' })
  })

  test('seconds are allowed', () => {
    expect(settingsOf(withService('timekeeper: { checkpoint: 2s }\n')).timekeeper.checkpoint).toBe(2000)
  })

  test("a level's own pace goes before the timekeeper's", () => {
    const settings = settingsOf(
      withService(
        'levels:\n  steps:\n    - { key: mild, label: Mild }\n    - { key: bad, label: Bad, checkpoint: 5m }\n    - { key: worst, label: Worst }\n',
      ),
    )
    expect([undefined, 'mild', 'bad'].map((key) => checkpointEvery(settings, key) / MINUTE)).toEqual([15, 15, 5])
  })

  test('an anchor may be used again', () => {
    const { services } = settingsOf(
      'services:\n  a: { name: A, first_response: &team ["@all"] }\n  b: { name: B, first_response: *team }\n',
    )
    expect(services.b?.first_response).toEqual(['all'])
  })
})

describe('a mistake is told with its place and what to write instead', () => {
  test.each([
    [
      'services:\n  a:\n    name: A\n    first_response: [service a]\n',
      '4:22  services.a.first_response[0]: cannot be read as a user group or a person: "service a" — write "@service-a"',
    ],
    [
      'services:\n  a:\n    name: A\n    chanels: []\n',
      '4:5  services.a.chanels: unknown setting — did you mean "channels"?',
    ],
    [
      'services:\n  a:\n    name: A\n    channels: ["#Dev Ops"]\n',
      '4:16  services.a.channels[0]: cannot be read as a channel: "#Dev Ops" — write "#dev-ops"',
    ],
    [
      'services:\n  a:\n    name: A\n    channels:\n      - #general\n',
      '5:9  services.a.channels[0]: a name that begins with # or @ needs quotes — write "#general"',
    ],
    [
      'services:\n  a:\n    name: A\n    channels: [#general]\n',
      '4:16  a name that begins with # or @ needs quotes — write "#general"',
    ],
    [
      'services:\n  a:\n    name: A\n    owners: [@team]\n',
      '4:14  a name that begins with # or @ needs quotes — write "@team"',
    ],
    ['services:\n  a:\n    owners: []\n', '2:3  services.a.name: is missing'],
    [
      'services:\n  A 1:\n    name: A\n',
      '2:3  services.A 1: a key has lower-case letters, digits, - and _ only, 40 at most: "A 1" — write "a-1"',
    ],
    ['services:\n  a:\n    name: 7\n', '3:11  services.a.name: must be a text, not 7 — write "7"'],
    [
      'services:\n  a:\n    name: A\n    channel_name: "!?"\n',
      '4:19  services.a.channel_name: has no letter or digit that a channel name can hold: "!?" — write service-a',
    ],
    ['services:\n  a:\n    name: A\n  a:\n    name: B\n', '4:3  the same key stands here twice — delete one of them'],
    ['services:\n\ta:\n', '2:1  a tab is used to indent — use spaces'],
    [
      'services:\n  a:\n    name: Pay: Web\n',
      '3:11  there are two colons on one line — put the value in quotes, as in name: "A: B"',
    ],
    ['', '1:1  services: names no service — write the first one (docs/configuration.md has an example)'],
    ['services: {}\n', '1:11  services: names no service — write the first one (docs/configuration.md has an example)'],
    ['- a\n', '1:1  must be lines of "key: value", not ["a"]'],
    ['services: *x\n', '1:1  a YAML alias (*) fails: Unresolved alias (the anchor must be set before the alias): x'],
  ])('%j', (text, told) => {
    expect(problemsOf(text)).toEqual([`sssbot.yaml:${told}`])
  })

  test.each([
    ['langage: ja\n', '4:1  langage: unknown setting — did you mean "language"?'],
    ['language: jp\n', '4:11  language: cannot be "jp" — write ja'],
    [
      'github: {}\n',
      '4:1  github.token_env: GitHub needs either a token or an App, one of them — write token_env: SSSBOT_GITHUB_TOKEN',
    ],
    [
      'github: { token_env: TOKEN, people: { "@service-a": "@acme payments" } }\n',
      '4:53  github.people.@service-a: is neither a user of GitHub nor a team: "@acme payments" — write octocat, "@acme/payments"',
    ],
    [
      'github: { token_env: TOKEN, api_url: "http://github.example.com" }\n',
      '4:38  github.api_url: must be the https URL of GitHub\'s API (no user name or password in it): "http://github.example.com" — write "https://github.example.com/api/v3"',
    ],
    ['timezone: Asia/Tokio\n', '4:11  timezone: is no time zone: "Asia/Tokio" — write Asia/Tokyo'],
    [
      'timekeeper: { checkpoint: 15 }\n',
      '4:27  timekeeper.checkpoint: is no length of time: 15 — write 15m (or 2s, 1h30m, 3d …)',
    ],
    [
      'timekeeper: { checkpoint: 0s }\n',
      '4:27  timekeeper.checkpoint: is no length of time: "0s" — write 15m (or 2s, 1h30m, 3d …)',
    ],
    ['levels: { worst: lst }\n', '4:18  levels.worst: cannot be "lst" — write last'],
    ['levels: { steps: [{ key: a, label: A }] }\n', '4:18  levels.steps: is too short — at least 2 entries'],
    ['api: { limits: { reads: 1000000 } }\n', '4:25  api.limits.reads: is too large — at most 100000'],
    ['api: { limits: { reads: 0 } }\n', '4:25  api.limits.reads: is too small — at least 1'],
    [
      'levels: { steps: [{ key: a, label: A }, { key: a, label: B }] }\n',
      '4:48  levels.steps[1].key: the key "a" is used twice — give one another key',
    ],
    ['notify: [{ when: { at_least: level9 } }]\n', '4:30  notify[0].when.at_least: cannot be "level9" — write level1'],
    ['notify: [{ when: { service: [a, z] } }]\n', '4:29  notify[0].when.service: cannot be "z" — write a'],
    [
      'notify: [{ when: { type: availabilty } }]\n',
      '4:26  notify[0].when.type: cannot be "availabilty" — write availability',
    ],
    [
      'notify: [{ invite: "@csirt" }]\n',
      '4:20  notify[0].invite: must be a list ([…], or lines beginning with "- "), not "@csirt" — write ["@csirt"]',
    ],
    ['notify: [{ because: {} }]\n', '4:21  notify[0].because: is empty — write a text, in ja or en'],
    [
      'channels: { naming: "{service}-{number}" }\n',
      '4:21  channels.naming: must hold {service} and {kind}, and of other gaps only {date}: "{service}-{number}" — write "{service}-{date}{kind}"',
    ],
    [
      'channels: { private_naming: "{service}-{code}{kind}" }\n',
      '4:29  channels.private_naming: must hold {code} and {kind}, and of other gaps only {date} (the service would leak): "{service}-{code}{kind}" — write "{code}-{date}{kind}"',
    ],
    [
      'channels: { letters: { drill: i } }\n',
      '4:22  channels.letters: real, drill and exercise need different letters — write { real: i, drill: d, exercise: e }',
    ],
    [
      'channels: { code_names: [サービスA部] }\n',
      '4:26  channels.code_names[0]: tells which service it is — write kawasemi',
    ],
    [
      'slack: { token: x }\n',
      '4:10  slack.token: secrets do not belong in this file — move it to an environment variable',
    ],
  ])('%j', (rest, told) => {
    expect(problemsOf(withService(rest))).toEqual([`sssbot.yaml:${told}`])
  })

  test('several at once, in the order of the file', () => {
    const text = 'langage: en\nservices:\n  a:\n    name: A\n    owners: [@a, "b c"]\ntimekeeper:\n  checkpoint: soon\n'
    expect(problemsOf(text).map((line) => line.split('  ')[0])).toEqual([
      'sssbot.yaml:1:1',
      'sssbot.yaml:5:14',
      'sssbot.yaml:5:18',
      'sssbot.yaml:7:15',
    ])
  })

  test('in Japanese as well', () => {
    const text = 'services:\n  a:\n    name: A\n    first_response: [service a]\n    chanels: []\n'
    expect(problemsOf(text, 'ja')).toEqual([
      'sssbot.yaml:4:22  services.a.first_response[0]: ユーザーグループや人として読めません: "service a" — "@service-a" と書いてください',
      'sssbot.yaml:5:5  services.a.chanels: 知らない設定です。「channels」のことですか？',
    ])
  })

  test('a text that nobody says is refused where the names are known', () => {
    const text = withService('texts:\n  card.titel: 題\n')
    expect(problemsOf(text, 'en', ['card.title'])).toEqual([
      'sssbot.yaml:5:3  texts.card.titel: unknown setting — did you mean "card.title"?',
    ])
    expect(problemsOf(text)).toEqual([])
  })
})

test('a file of any content is read or told, and never throws', () => {
  const piece = fc.constantFrom(
    ...[
      'services:',
      'notify:',
      'levels:',
      'steps:',
      'name:',
      'a:',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '"',
      '@x',
      '#y',
    ],
    ...[
      '&a',
      '*a',
      '!!t',
      ': ',
      '|',
      '>',
      '%',
      '\t',
      'off',
      '3',
      'null',
      '<<',
      '__proto__:',
      '---\n',
      '\r\n',
      '？',
      ',',
    ],
  )
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: piece, maxLength: 60 }), fc.string({ unit: 'binary' })), (text) => {
      const parsed = parseSettings(text, 'sssbot.yaml')
      if (parsed.ok) return
      expect(parsed.problems.length).toBeGreaterThan(0)
      for (const { line, column, message } of parsed.problems) {
        expect(line).toBeGreaterThanOrEqual(1)
        expect(line).toBeLessThanOrEqual(text.split(/\n/).length)
        expect(column).toBeGreaterThanOrEqual(1)
        expect(message.ja).not.toBe('')
        expect(message.en).not.toMatch(/undefined|Invalid input/)
      }
    }),
    { numRuns: 2000 },
  )
})

describe('the sample', () => {
  const sample = readFileSync(new URL('../../../../sssbot.yaml', import.meta.url), 'utf8')

  test('is right, and begins with the line that editors look for', () => {
    expect(problemsOf(sample)).toEqual([])
    expect(sample.split('\n')[0]).toBe('# yaml-language-server: $schema=./sssbot.schema.json')
  })

  test('shows the levels and paces that hold by default', () => {
    const defaults = settingsOf(withService(''))
    const { levels, timekeeper } = settingsOf(sample)
    expect({ levels, timekeeper }).toEqual({ levels: defaults.levels, timekeeper: defaults.timekeeper })
  })
})
