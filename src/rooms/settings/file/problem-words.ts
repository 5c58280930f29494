import { parseDuration } from '../values/duration.ts'
import type { Localized } from '../values/localized.ts'
import { nearest } from '../values/spelling.ts'

/** Any value as the file would show it, cut where it is long. */
export function shown(value: unknown): string {
  // What YAML calls .nan and .inf, JSON calls null.
  const isNumber = typeof value !== 'number' || Number.isFinite(value)
  const text = (isNumber ? JSON.stringify(value) : undefined) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

/** "… — write X" in both languages. */
export function write(wrong: Localized, right: string): Localized {
  return { ja: `${wrong.ja} — ${right} と書いてください`, en: `${wrong.en} — write ${right}` }
}

const slug = (value: unknown, allowed: RegExp) =>
  String(value ?? '')
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '-')
    .replace(allowed, '')

const example = (name: string, otherwise: string, sigil: string) => `"${sigil}${name === '' ? otherwise : name}"`

const UNITS: readonly [RegExp, string][] = [
  [/(?:日|days?)/g, 'd'],
  [/(?:時間|hours?|hrs?)/g, 'h'],
  [/(?:分|minutes?|mins?)/g, 'm'],
  [/(?:秒|seconds?|secs?)/g, 's'],
]

/** What a length of time was probably meant to be. */
function durationMeant(input: unknown): string {
  if (typeof input === 'number' && Number.isInteger(input) && input > 0) return `${input}m`
  let text = String(input).normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  for (const [words, unit] of UNITS) text = text.replace(words, unit)
  return (parseDuration(text) ?? 0) > 0 ? text : '15m'
}

const DURATIONS: Localized = { ja: '（ほかに 2s、1h30m、3d など）', en: ' (or 2s, 1h30m, 3d …)' }

function noDuration(input: unknown, off: Localized): Localized {
  const wrong = { ja: `時間の長さとして読めません: ${shown(input)}`, en: `is no length of time: ${shown(input)}` }
  const said = write(wrong, durationMeant(input))
  return { ja: said.ja + DURATIONS.ja + off.ja, en: said.en + DURATIONS.en + off.en }
}

/** What the schema's own rules say when broken: the schema names the sentence, this table holds it. */
export const problemWords: Readonly<Record<string, (input: unknown) => Localized>> = {
  party: (input) =>
    write(
      {
        ja: `ユーザーグループや人として読めません: ${shown(input)}`,
        en: `cannot be read as a user group or a person: ${shown(input)}`,
      },
      example(slug(input, /[^\p{L}\p{M}\p{N}._-]/gu), 'service-a', '@'),
    ),
  channel: (input) =>
    write(
      { ja: `チャンネル名として読めません: ${shown(input)}`, en: `cannot be read as a channel: ${shown(input)}` },
      example(slug(input, /[^\p{L}\p{M}\p{N}_-]/gu), 'general', '#'),
    ),
  key: (input) =>
    write(
      {
        ja: `キーは英小文字・数字・-・_ だけです（40文字まで）: ${shown(input)}`,
        en: `a key has lower-case letters, digits, - and _ only, 40 at most: ${shown(input)}`,
      },
      example(
        slug(input, /[^a-z0-9_-]/g)
          .replace(/^[_-]+/, '')
          .slice(0, 40),
        'a',
        '',
      ),
    ),
  shift: (input) =>
    write(
      {
        ja: `期限の前後の長さとして読めません: ${shown(input)}`,
        en: `is no length of time before or after a day: ${shown(input)}`,
      },
      '"-3d"',
    ),
  clock: (input) =>
    write({ ja: `時刻として読めません: ${shown(input)}`, en: `is no time of day: ${shown(input)}` }, '"10:00"'),
  duration: (input) => noDuration(input, { ja: '', en: '' }),
  words: () => ({ ja: '文字がありません。ja か en の文を書いてください', en: 'is empty — write a text, in ja or en' }),
  timezone: (input) =>
    write(
      { ja: `知らないタイムゾーンです: ${shown(input)}`, en: `is no time zone: ${shown(input)}` },
      nearest(String(input), Intl.supportedValuesOf('timeZone')) ?? 'Asia/Tokyo',
    ),
  services: () => ({
    ja: 'サービスが一つもありません。最初の一つを書いてください（例は docs/configuration.ja.md）',
    en: 'names no service — write the first one (docs/configuration.md has an example)',
  }),
  channel_stem: (input) =>
    write(
      {
        ja: `チャンネル名にできる文字がありません: ${shown(input)}`,
        en: `has no letter or digit that a channel name can hold: ${shown(input)}`,
      },
      'service-a',
    ),
  naming: (input) =>
    write(
      {
        ja: `{service} と {kind} が必要で、ほかに使えるのは {date} だけです: ${shown(input)}`,
        en: `must hold {service} and {kind}, and of other gaps only {date}: ${shown(input)}`,
      },
      '"{service}-{date}{kind}"',
    ),
  private_naming: (input) =>
    write(
      {
        ja: `{code} と {kind} が必要で、ほかに使えるのは {date} だけです（サービス名は漏れるので使えません）: ${shown(input)}`,
        en: `must hold {code} and {kind}, and of other gaps only {date} (the service would leak): ${shown(input)}`,
      },
      '"{code}-{date}{kind}"',
    ),
  letter: (input) =>
    write(
      { ja: `英小文字8文字までです: ${shown(input)}`, en: `must be 1 to 8 lower-case letters: ${shown(input)}` },
      'i',
    ),
  letters: () =>
    write(
      { ja: '本番・訓練・演習の文字は別々にします', en: 'real, drill and exercise need different letters' },
      '{ real: i, drill: d, exercise: e }',
    ),
  emoji: (input) =>
    write(
      { ja: `Slackの絵文字名ではありません: ${shown(input)}`, en: `is no Slack emoji name: ${shown(input)}` },
      '":red_circle:"',
    ),
  pager_url: (input) =>
    write(
      {
        ja: `呼び出し先は https の URL です（このマシンの中だけ http でも可。ユーザー名やパスワードは書けません）: ${shown(input)}`,
        en: `must be an https URL (http only on this machine, no user name or password in it): ${shown(input)}`,
      },
      '"https://oncall.example.com/hooks/sssbot"',
    ),
  env_name: (input) =>
    write(
      {
        ja: `環境変数の名前（英大文字・数字・_）を書きます。秘密そのものは書きません: ${String(input).length}文字`,
        en: `must be the name of an environment variable (capitals, digits, _), never the secret: ${String(input).length} characters`,
      },
      'SSSBOT_PAGER_SECRET',
    ),
  webhook_secret: () =>
    write(
      { ja: 'webhook には署名の秘密を置く環境変数の名前が必要です', en: 'a webhook needs the variable of its secret' },
      'secret_env: SSSBOT_PAGER_SECRET',
    ),
  routing_key: () =>
    write(
      { ja: 'pagerduty には連携キーを置く環境変数の名前が必要です', en: 'PagerDuty needs the variable of its key' },
      'routing_key_env: PAGERDUTY_ROUTING_KEY',
    ),
  day: (input) =>
    write(
      { ja: `日付ではありません: ${shown(input)}`, en: `is no day of the calendar: ${shown(input)}` },
      '"2026-12-29"',
    ),
  holiday: (input) =>
    write(
      {
        ja: `休日は japan（日本の祝日）か日付です: ${shown(input)}`,
        en: `must be japan (its public holidays) or a day: ${shown(input)}`,
      },
      '[japan, "2026-12-29"]',
    ),
  working_day: () =>
    write({ ja: '始業（from）は終業（to）より前です', en: 'from must be before to' }, 'from: "09:00", to: "18:00"'),
  read_key: () =>
    write(
      {
        ja: '読み取り用の API キーは pagerduty だけです。api_url と escalation_policy はそのキーと一緒に書きます',
        en: 'only PagerDuty has a read key; api_url and escalation_policy need that key',
      },
      'read_key_env: PAGERDUTY_READ_KEY',
    ),
  github_url: (input) =>
    write(
      {
        ja: `GitHub の API は https の URL です（ユーザー名やパスワードは書けません）: ${shown(input)}`,
        en: `must be the https URL of GitHub's API (no user name or password in it): ${shown(input)}`,
      },
      '"https://github.example.com/api/v3"',
    ),
  github_name: (input) =>
    write(
      {
        ja: `GitHub のユーザー名でもチームでもありません: ${shown(input)}`,
        en: `is neither a user of GitHub nor a team: ${shown(input)}`,
      },
      'octocat, "@acme/payments"',
    ),
  github_credentials: () =>
    write(
      {
        ja: 'GitHub にはトークンか App のどちらか一つが必要です',
        en: 'GitHub needs either a token or an App, one of them',
      },
      'token_env: SSSBOT_GITHUB_TOKEN',
    ),
  template_file: (input) =>
    write(
      {
        ja: `設定ファイルのあるフォルダーからの相対パスで、.md で終わるファイルです: ${shown(input)}`,
        en: `must be a .md file, by its path from the folder of the settings file: ${shown(input)}`,
      },
      'postmortem/security.md',
    ),
  template_source: () => ({
    ja: 'use（full か mini）か file のどちらか一つを書いてください',
    en: 'write either use (full or mini) or file',
  }),
  repository: (input) =>
    write(
      { ja: `リポジトリの名前ではありません: ${shown(input)}`, en: `is no name of a repository: ${shown(input)}` },
      'acme/postmortems',
    ),
  git_branch: (input) =>
    write({ ja: `ブランチ名ではありません: ${shown(input)}`, en: `is no name of a branch: ${shown(input)}` }, 'main'),
  git_path: (input) =>
    write(
      {
        ja: `{slug} を含むファイルの場所を書きます（ほかに {year} {month} {service}）: ${shown(input)}`,
        en: `must be the path of a file with {slug} in it (and, if you like, {year}, {month}, {service}): ${shown(input)}`,
      },
      '"postmortems/{year}/{slug}.md"',
    ),
  publishing_place: () =>
    write(
      {
        ja: 'repository（GitHub）か folder（ローカルの git）のどちらか一つを書きます',
        en: 'needs a repository of GitHub or a folder, one of them',
      },
      'repository: acme/postmortems',
    ),
  publishing_private: () => ({
    ja: '公開と同じ場所です。非公開のポストモーテムには、見られる人を限った別の場所を書いてください',
    en: 'is the place of the public ones — write another that only those with the right may see',
  }),
  model_url: (input) =>
    write(
      {
        ja: `モデルの場所は http(s) の URL です（ユーザー名やパスワードは書けません）: ${shown(input)}`,
        en: `must be the http(s) URL of a model's API (no user name or password in it): ${shown(input)}`,
      },
      '"http://127.0.0.1:11434/v1"',
    ),
  model_url_open: (input) => ({
    ja: `暗号化されない http です: ${shown(input)} — https の URL にするか、社内に置いたものなら leaves: no と書いてください`,
    en: `is http without encryption: ${shown(input)} — write an https URL, or leaves: no for a server of your own`,
  }),
  model_key: () =>
    write(
      { ja: 'この提供元にはキーを置く環境変数の名前が必要です', en: 'this provider needs the variable of its key' },
      'key_env: SSSBOT_MODEL_KEY',
    ),
  model_pattern: (input) =>
    write(
      { ja: `正規表現として読めません: ${shown(input)}`, en: `is no regular expression: ${shown(input)}` },
      `'EMP-\\d{6}'`,
    ),
  model_pattern_unbounded: (input) =>
    write(
      {
        ja: `長い文で時間がかかりすぎる書き方です（* と +、くり返しのグループ、先読みは使えません）: ${shown(input)}`,
        en: `could take too long on a long text (no * or +, repeated group or look-around): ${shown(input)}`,
      },
      `'EMP-\\d{1,10}'`,
    ),
  color: (input) =>
    write({ ja: `色ではありません: ${shown(input)}`, en: `is no colour: ${shown(input)}` }, '"#e03131"'),
}
