import { z } from 'zod'
import { locales } from '../../kit/i18n/index.ts'
import { access } from './sections/access.ts'
import { actions } from './sections/actions.ts'
import { api } from './sections/api.ts'
import { assistant } from './sections/assistant.ts'
import { channels } from './sections/channels.ts'
import { calls, functions } from './sections/functions.ts'
import { github } from './sections/github.ts'
import { levels } from './sections/level.ts'
import { pager } from './sections/pager.ts'
import { defaultRules, rule } from './sections/policy.ts'
import { postmortem } from './sections/postmortem.ts'
import { publishing } from './sections/publishing.ts'
import { record } from './sections/record.ts'
import { roles } from './sections/role.ts'
import { service } from './sections/service.ts'
import { timekeeper } from './sections/timekeeper.ts'
import { digest } from './sections/upkeep.ts'
import { urgencies } from './sections/urgency.ts'
import { workingHours } from './sections/working-hours.ts'
import { texts } from './texts.ts'
import { key } from './values/address.ts'
import { duration } from './values/duration.ts'
import { kinds, types } from './values/incident-words.ts'
import { timezoneName } from './values/local-time.ts'

/** What the file holds, each part with its default. */
const file = z.strictObject({
  language: z.enum(locales).default('ja').describe('What people read where their own language is unknown. 既定の言語'),
  timezone: timezoneName.default('Asia/Tokyo').describe('IANA time zone of dates and channel names. タイムゾーン'),
  services: z
    .record(key, service, 'services')
    .refine((all) => Object.keys(all).length > 0, 'services')
    .describe('The services that can have incidents. サービス'),
  channels: channels.prefault({}).describe('Names of incident channels. チャンネル名'),
  levels: levels.prefault({}).describe('How bad it is. 事象レベル'),
  urgencies: urgencies.describe('How urgent it feels when declaring. 緊急度'),
  types: types.prefault({}).describe('Words for the three types. インシデントの種類'),
  kinds: kinds.prefault({}).describe('Words for real, drill and exercise. 本番・訓練・演習'),
  roles: roles.prefault({}).describe('Words and guidance for each role. 役割'),
  pagers: z.record(key, pager).default({}).describe('How to wake somebody at night. 夜間の呼び出し先'),
  notify: z.array(rule).optional().describe('Who is told of which incident. 周知と招集の規則'),
  github: github.optional().describe('How GitHub is reached. GitHub への接続'),
  postmortem: postmortem.prefault({}).describe('When the postmortem is due. ポストモーテム'),
  publishing: publishing.prefault({}).describe('Where postmortems go. ポストモーテムの置き場所'),
  digest,
  working_hours: workingHours,
  actions: actions.prefault({}).describe('How action items are asked after. アクションアイテム'),
  functions: functions.describe('Whom a response may need besides. 担当ごとの呼び先'),
  calls: calls.prefault({}).describe('How calls for people go on. 人を呼んだあと'),
  timekeeper: timekeeper.prefault({}).describe('Checkpoints and reminders. タイムキーパー'),
  api: api.prefault({}).describe('The HTTP API. HTTP API'),
  assistant: assistant.prefault({}).describe('Summaries and drafts. アシスタント'),
  access: access.prefault({}).describe('Who sees what. 見える範囲'),
  record: record.prefault({}).describe('How messages get into the record. 記録'),
  texts: texts.default({}).describe('Your own words for single texts. 文言の差し替え'),
  slack: z
    .strictObject({
      timeout: duration.prefault('10s').describe('How long to wait for an answer from Slack'),
      settle: duration.prefault('3s').describe('After a time-out, how long the call may still land'),
    })
    .prefault({})
    .describe('How the bot calls Slack'),
  logging: z
    .strictObject({ level: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']).default('info') })
    .prefault({})
    .describe('What is logged. ログ'),
})

/** The whole file: what zod reads in, and `Settings` out. */
export const settingsSchema = file.transform(({ services, notify, ...rest }) => ({
  ...rest,
  services: Object.fromEntries(
    Object.entries(services).map(([name, it]) => [
      name,
      { ...it, channel_name: it.channel_name ?? it.name[rest.language] },
    ]),
  ),
  notify: notify ?? z.array(rule).parse(defaultRules(rest.levels)),
}))

/** The names of the file's top-level parts. */
export const settingNames = Object.keys(file.shape)

/** What a company configured, complete: every default filled in, every length of time in milliseconds. */
export type Settings = z.output<typeof settingsSchema>
