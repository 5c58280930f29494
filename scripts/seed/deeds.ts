import { bot, clockwork, person } from '../../src/rooms/facts/index.ts'
import type { Diary } from './diary.ts'
import { broadcasts, executives } from './people.ts'

/** What verbs, effects and the bot's own work write of the response to an incident, row by row. Each mirrors the verb of that name. */

export type Declared = {
  by: string
  at: Date
  called: readonly string[]
  /** Slack's id of the channel, and when it stood; null while it is still to be made. */
  channel: { id: string; at: Date } | null
}

/** `declare`: the incident, who is called, where it is broadcast, and its channel. */
export function declare(diary: Diary, { by, at, called, channel }: Declared): void {
  const { incident } = diary
  const { id: incident_id, service, summary, kind, visibility } = incident
  const isPublic = visibility === 'public'
  const places = isPublic ? broadcasts(service === 'b' ? 'b' : 'a', kind) : []
  const people = [...new Set(kind === 'real' ? [by, ...called] : [by])]
  const { urgency = null, detected_by: detectedBy = null } = incident
  const said = { service, summary, urgency, kind, visibility, invitationId: null, detectedBy, origin: null }
  diary.fact(person(by), at, { type: 'incident.declared', data: said })
  for (const user_id of people) diary.add('assembled_people', { incident_id, user_id, reason: 'declared', since: at })
  for (const { channel: channel_id, style } of places)
    diary.add('assembled_channels', { incident_id, channel_id, mention: 'none', since: at, style })
  const reached = { people: people.length, channels: places.length, skipped: 0, gaps: [] }
  diary.fact(bot, at, { type: 'assembly.widened', data: { reason: 'declared', ...reached } })
  if (!channel) return
  Object.assign(diary.channel, { channel_id: channel.id, created_at: channel.at })
  const { name } = diary.channel
  diary.fact(bot, channel.at, { type: 'channel.created', data: { channel: channel.id, name, invitationId: null } })
}

/** `take-handler`. */
export function takeHandler(diary: Diary, by: string, at: Date): void {
  Object.assign(diary.incident, { handler_taken_at: at })
  diary.add('role_holders', { incident_id: diary.incident.id, role: 'handler', user_id: by, since: at })
  diary.fact(person(by), at, { type: 'roles.handler_taken', data: { user: by } })
}

/** `claim-role`. */
export function claimRole(diary: Diary, role: string, by: string, at: Date): void {
  diary.add('role_holders', { incident_id: diary.incident.id, role, user_id: by, since: at })
  diary.fact(person(by), at, { type: 'roles.role_claimed', data: { role, user: by } })
}

/** `set-level`, and who else is called by it. */
export function setLevel(diary: Diary, by: string, at: Date, to: string, reason: string): void {
  const { incident } = diary
  const { level: from = null, status } = incident
  diary.fact(person(by), at, { type: 'incident.level_set', data: { from, to, reason, status } })
  incident.level = to
  const isFirst = from !== 'level4' && from !== 'level5' && (to === 'level4' || to === 'level5')
  if (!isFirst || incident.kind !== 'real' || incident.visibility !== 'public') return
  const { id: incident_id } = incident
  const reasonOfCall = `level:${to}`
  const already = (diary.rows.get('assembled_people') ?? []).map((row) => ('user_id' in row ? row.user_id : null))
  const others = executives.filter((user) => !already.includes(user))
  for (const user_id of others) diary.add('assembled_people', { incident_id, user_id, reason: reasonOfCall, since: at })
  diary.add('assembled_channels', {
    incident_id,
    channel_id: 'C0EXECUTIVES',
    mention: 'here',
    since: at,
    style: 'brief',
  })
  const reached = { people: others.length, channels: 1, skipped: 0, gaps: [] }
  diary.fact(bot, at, { type: 'assembly.widened', data: { reason: reasonOfCall, ...reached } })
}

/** `edit-summary`, of which only the impact is new. */
export function setImpact(diary: Diary, by: string, at: Date, impact: string): void {
  const { incident } = diary
  const data = { summary: [incident.summary, incident.summary], impact: [incident.impact ?? null, impact] } as const
  diary.fact(person(by), at, {
    type: 'incident.summary_edited',
    data: { summary: [...data.summary], impact: [...data.impact] },
  })
  incident.impact = impact
}

/** `set-type`. */
export function setTypes(diary: Diary, by: string, at: Date, to: readonly string[]): void {
  diary.fact(person(by), at, {
    type: 'incident.type_set',
    data: { from: [...(diary.incident.types ?? [])], to: [...to] },
  })
  diary.incident.types = [...to]
}

export type Update = {
  n: number
  report: 'first' | 'follow_up' | 'final'
  condition: string
  action: string
  nextAt: Date | null
}

/** `update`. */
export function postUpdate(diary: Diary, by: string, at: Date, { n, report, condition, action, nextAt }: Update): void {
  const { id: incident_id, impact = null } = diary.incident
  const said = { n, report, condition, action, need: null, impact }
  diary.add('updates', { incident_id, at, by_user: by, ...said, next_at: nextAt })
  const data = { ...said, impactBefore: impact, nextAt: nextAt?.toISOString() ?? null }
  diary.fact(person(by), at, { type: 'updates.posted', data })
}

/** A checkpoint of the timekeeper. */
export function reachCheckpoint(diary: Diary, n: number, at: Date): void {
  diary.add('checkpoints', { incident_id: diary.incident.id, n, at })
  diary.fact(clockwork, at, { type: 'timekeeper.checkpoint_reached', data: { n, level: diary.incident.level ?? null } })
}

export type Recovered = { owner: string | null; due: string | null; recoveredAt?: Date }

/** `recover`. */
export function recover(diary: Diary, by: string, at: Date, { owner, due, recoveredAt = at }: Recovered): void {
  Object.assign(diary.incident, {
    status: 'recovered',
    recovered_at: recoveredAt,
    permanence: 'permanent',
    postmortem_owner: owner,
    postmortem_due: due,
  })
  const data = {
    recoveredAt: recoveredAt.toISOString(),
    permanence: 'permanent',
    postmortemOwner: owner,
    postmortemDue: due,
  }
  diary.fact(person(by), at, { type: 'incident.recovered', data: { ...data, note: null } })
}

export type Left = readonly { what: string; count?: number }[]

/** `complete`: what is left undone may stay so because of `waivers`. */
export function complete(diary: Diary, by: string, at: Date, left: Left, waivers: string): void {
  Object.assign(diary.incident, { status: 'completed', completed_at: at })
  const data = { waivers: left.length > 0 ? waivers : null, left: [...left] }
  diary.fact(person(by), at, { type: 'incident.completed', data })
}

/** `cancel`. */
export function cancel(diary: Diary, by: string, at: Date, reason: string): void {
  diary.incident.status = 'cancelled'
  diary.fact(person(by), at, { type: 'incident.cancelled', data: { reason } })
}

/** The channel is archived in its time. */
export function archive(diary: Diary, at: Date): void {
  diary.channel.archived_at = at
  diary.fact(clockwork, at, { type: 'upkeep.archive_due', data: {} })
  diary.fact(bot, at, { type: 'channel.archived', data: { by: null, because: 'due' } })
}
