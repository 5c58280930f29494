import { appOf } from '../seed/apps.ts'
import type { Person } from './types.ts'
import type { Workspace } from './workspace.ts'

function offsetSeconds(tz: string, at: number): number {
  const name = new Intl.DateTimeFormat('en-US', { timeZone: tz, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? []
  return hours === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60)
}

const zones = new Map<string, { tz_label: string; tz_offset: number }>()

/** Slack has told of people without a zone so: the name null, the label and the offset as in California (recorded of USLACKBOT). */
const nowhere = { tz_label: 'Pacific Standard Time', tz_offset: -28_800 }

function zone(tz: string | null, at: number): { tz_label: string; tz_offset: number } {
  if (tz === null) return nowhere
  const known = zones.get(tz)
  if (known) return known
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: tz, timeZoneName: 'long' }).formatToParts(at)
  const found = {
    tz_label: parts.find((part) => part.type === 'timeZoneName')?.value ?? tz,
    tz_offset: offsetSeconds(tz, at),
  }
  zones.set(tz, found)
  return found
}

function botFields({ id }: Person): Record<string, unknown> {
  const { appId, botId } = appOf(id) ?? {}
  return appId === undefined ? { always_active: true } : { api_app_id: appId, bot_id: botId, always_active: true }
}

/** A person of another company who shares no channel with the bot. Source: docs.slack.dev/reference/objects/user-object */
function isStranger(workspace: Workspace, { id, team_id }: Person): boolean {
  if (team_id === undefined) return false
  const { botId } = workspace
  for (const { members } of workspace.channels.kept.values()) if (members.has(id) && members.has(botId)) return false
  return true
}

/** A person's profile as `users.info` shows it. The e-mail only to whom `users:read.email` is granted. */
export function wireProfile(workspace: Workspace, person: Person, email: boolean): Record<string, unknown> {
  const { own = {} } = person
  const expired = own.status_expiration ? own.status_expiration <= workspace.seconds() : false
  const image = `https://avatars.example.com/${person.id}`
  return {
    title: person.title ?? '',
    phone: own.phone ?? '',
    skype: '',
    avatar_hash: person.id.toLowerCase(),
    real_name: person.real_name,
    real_name_normalized: person.real_name,
    display_name: own.display_name ?? person.name,
    display_name_normalized: own.display_name ?? person.name,
    status_text: expired ? '' : (own.status_text ?? ''),
    status_emoji: expired ? '' : (own.status_emoji ?? ''),
    status_emoji_display_info: [],
    status_expiration: expired ? 0 : (own.status_expiration ?? 0),
    fields: {},
    first_name: person.real_name.split(' ')[0] ?? '',
    last_name: person.real_name.split(' ').slice(1).join(' '),
    start_date: '2020-04-01',
    pronouns: own.pronouns ?? '',
    huddle_state: 'default_unset',
    huddle_state_expiration_ts: 0,
    image_original: `${image}_original.png`,
    image_24: `${image}_24.png`,
    image_32: `${image}_32.png`,
    image_48: `${image}_48.png`,
    image_72: `${image}_72.png`,
    image_192: `${image}_192.png`,
    image_512: `${image}_512.png`,
    ...(email && !person.is_bot ? { email: person.email } : {}),
    ...(person.is_bot ? botFields(person) : {}),
    team: person.team_id ?? workspace.team.id,
  }
}

/** A person as `users.info` shows it. */
export function wireUser(workspace: Workspace, person: Person, locale = false): Record<string, unknown> {
  const { id, name, deleted, real_name, tz, is_restricted, is_bot, updated } = person
  const email = workspace.scopes.includes('users:read.email')
  const common = {
    id,
    team_id: person.team_id ?? workspace.team.id,
    name,
    deleted,
    ...(person.without_profile ? {} : { profile: wireProfile(workspace, person, email) }),
    is_bot,
    updated,
    is_app_user: false,
    ...(person.team_id === undefined ? {} : { is_stranger: isStranger(workspace, person) }),
  }
  if (deleted) return common
  return {
    ...common,
    color: '9f69e7',
    real_name,
    tz,
    ...zone(tz, workspace.now()),
    is_admin: person.is_admin ?? false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted,
    is_ultra_restricted: false,
    is_email_confirmed: true,
    has_2fa: false,
    who_can_share_contact_card: 'EVERYONE',
    ...(locale ? { locale: person.locale } : {}),
  }
}
