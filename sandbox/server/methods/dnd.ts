import { refuse } from '../refusal.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { Call, Methods } from './call.ts'

/** Until when people have put their notifications off, in seconds; a sandbox that starts again has forgotten it. */
const snoozes = new WeakMap<Workspace, Map<string, number>>()

const snoozesIn = (workspace: Workspace): Map<string, number> => {
  const known = snoozes.get(workspace) ?? new Map<string, number>()
  snoozes.set(workspace, known)
  return known
}

/** A day, as Slack's client offers at most. Source of the error: docs.slack.dev/reference/methods/dnd.setSnooze */
const longestMinutes = 24 * 60

function snoozeOf({ workspace }: Call, id: string) {
  const left = Math.max((snoozesIn(workspace).get(id) ?? 0) - workspace.seconds(), 0)
  return {
    snooze_enabled: left > 0,
    snooze_endtime: left > 0 ? workspace.seconds() + left : 0,
    snooze_remaining: left,
    snooze_is_indefinite: false,
  }
}

/** Nobody here has hours of quiet; Slack writes ones for those. */
const hours = { dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1 }

function info(call: Call) {
  const id = call.args.optionalText('user') ?? call.actor.id
  if (!call.workspace.user(id)) refuse('user_not_found')
  return { ...hours, ...snoozeOf(call, id) }
}

function teamInfo(call: Call) {
  const ids = call.args.list('users')
  if (ids.length === 0) refuse('no_users_provided')
  return { users: Object.fromEntries(ids.filter((id) => call.workspace.user(id)).map((id) => [id, hours])) }
}

function setSnooze(call: Call) {
  const minutes = call.args.count('num_minutes', 0, longestMinutes + 1)
  if (minutes === 0) refuse('missing_duration')
  if (minutes > longestMinutes) refuse('too_long')
  snoozesIn(call.workspace).set(call.actor.id, call.workspace.seconds() + minutes * 60)
  return snoozeOf(call, call.actor.id)
}

function endSnooze(call: Call) {
  if (!snoozeOf(call, call.actor.id).snooze_enabled) refuse('snooze_end_failed')
  snoozesIn(call.workspace).delete(call.actor.id)
  return { ...hours, ...snoozeOf(call, call.actor.id) }
}

/** When people want to be left alone. */
export const dnd: Methods = {
  'dnd.info': info,
  'dnd.teamInfo': teamInfo,
  'dnd.setSnooze': setSnooze,
  'dnd.endSnooze': endSnooze,
  'dnd.endDnd': () => refuse('not_in_dnd'),
}
