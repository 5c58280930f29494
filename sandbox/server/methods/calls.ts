import { newId } from '../ids.ts'
import { refuse } from '../refusal.ts'
import { isObject, type Json, objectsIn } from '../workspace/json.ts'
import type { StoredCall } from '../workspace/types.ts'
import type { Call, Methods } from './call.ts'

/** A participant by a person's id, or a guest of the other service by theirs. */
function participants({ args, workspace }: Call): Json[] {
  const users = args.json('users')
  if (users === undefined) return []
  if (!Array.isArray(users) || !users.every(isObject)) return refuse('invalid_arguments')
  return objectsIn(users).map((each) => {
    if (typeof each.slack_id === 'string') {
      if (!workspace.user(each.slack_id)) refuse('user_not_found')
      return { slack_id: each.slack_id }
    }
    if (typeof each.external_id !== 'string') refuse('invalid_arguments')
    const { external_id, display_name, avatar_url } = each
    return { external_id, ...(display_name ? { display_name } : {}), ...(avatar_url ? { avatar_url } : {}) }
  })
}

function callOf({ args, workspace }: Call, error: string): StoredCall {
  return workspace.calls.get(args.text('id')) ?? refuse(error)
}

const nameOf = (each: Json): unknown => each.slack_id ?? each.external_id

const shown = (call: StoredCall) => {
  const { ended: _ended, duration: _duration, ...rest } = call
  return { call: rest }
}

function checkAddress(address: string | undefined): void {
  if (address !== undefined && !URL.canParse(address)) refuse('invalid_arguments')
}

/**
 * Registers a call that goes on elsewhere. The reference asks a bot to say who created it, and Slack takes a bot that does not: the SDK's
 * tests against it leave it out. Sources: docs.slack.dev/apis/web-api/using-the-calls-api; slackapi/python-slack-sdk
 * `integration_tests/web/test_calls.py`
 */
function add(call: Call) {
  const { args, actor, workspace } = call
  const by = args.optionalText('created_by') ?? actor.id
  if (!workspace.user(by)) refuse('invalid_created_by')
  const start = args.optionalText('date_start')
  if (start !== undefined && !/^\d+$/.test(start)) refuse('invalid_start_time')
  const desktop = args.optionalText('desktop_app_join_url')
  const title = args.optionalText('title')
  const number = args.optionalText('external_display_id')
  checkAddress(args.text('join_url'))
  const added: StoredCall = {
    id: newId('R'),
    date_start: start === undefined ? workspace.seconds() : Number(start),
    external_unique_id: args.text('external_unique_id'),
    join_url: args.text('join_url'),
    ...(desktop === undefined ? {} : { desktop_app_join_url: desktop }),
    ...(number === undefined ? {} : { external_display_id: number }),
    ...(title === undefined ? {} : { title }),
    users: participants(call),
  }
  workspace.callChanged(added)
  return shown(added)
}

function update(call: Call) {
  const known = callOf(call, 'invalid_call_id')
  for (const name of ['title', 'join_url', 'desktop_app_join_url'] as const) {
    const value = call.args.optionalText(name)
    if (value === undefined) continue
    if (name !== 'title') checkAddress(value)
    known[name] = value
  }
  call.workspace.callChanged(known)
  return shown(known)
}

function end(call: Call) {
  const known = callOf(call, 'invalid_call_id')
  if (known.ended !== undefined) refuse('inactive_call')
  known.ended = call.workspace.seconds()
  if (call.args.has('duration')) known.duration = call.args.count('duration', 0, Number.MAX_SAFE_INTEGER)
  call.workspace.callChanged(known)
  return {}
}

function join(call: Call) {
  const known = callOf(call, 'invalid_call_id')
  const there = new Set(known.users.map(nameOf))
  known.users = [...known.users, ...participants(call).filter((each) => !there.has(nameOf(each)))]
  call.workspace.callChanged(known)
  return {}
}

function leave(call: Call) {
  const known = callOf(call, 'invalid_call_id')
  const gone = new Set(participants(call).map(nameOf))
  known.users = known.users.filter((each) => !gone.has(nameOf(each)))
  call.workspace.callChanged(known)
  return {}
}

/** Calls that an app tells Slack of. A message shows one by its block: `{type: "call", call_id}`. */
export const calls: Methods = {
  'calls.add': add,
  'calls.end': end,
  'calls.info': (call) => shown(callOf(call, 'invalid_arguments')),
  'calls.update': update,
  'calls.participants.add': join,
  'calls.participants.remove': leave,
}
