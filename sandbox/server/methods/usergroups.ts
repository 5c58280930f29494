import { newId } from '../ids.ts'
import { refuse } from '../refusal.ts'
import { setUsergroup, wireUsergroup } from '../workspace/people.ts'
import type { StoredUsergroup } from '../workspace/types.ts'
import type { Call, Methods } from './call.ts'
import { checkPlan } from './plan.ts'

/** What a handle may be. Slack does not say; ours are those of channels, of Latin letters. */
const handles = /^[a-z0-9][a-z0-9._-]{0,79}$/

function answerWith(call: Call, group: StoredUsergroup) {
  return { usergroup: wireUsergroup(call.workspace, group, { users: true, count: call.args.flag('include_count') }) }
}

function groupOf(call: Call): StoredUsergroup {
  checkPlan(call)
  return call.workspace.usergroups.get(call.args.text('usergroup')) ?? refuse('no_such_subteam')
}

/** Nobody and nothing else is called so. */
function checkNames(call: Call, itself?: StoredUsergroup): { handle?: string; name?: string } {
  const { workspace, args } = call
  const [handle, name] = [args.optionalText('handle'), args.optionalText('name')?.trim()]
  const others = [...workspace.usergroups.values()].filter((each) => each !== itself)
  if (name === '') refuse('missing_subteam_name')
  if (others.some((each) => each.name === name)) refuse('name_already_exists')
  if (handle !== undefined && !handles.test(handle)) refuse('bad_handle')
  if (handle !== undefined && (others.some((each) => each.handle === handle) || workspace.userByHandle(handle)))
    refuse('handle_already_exists')
  return { ...(handle === undefined ? {} : { handle }), ...(name === undefined ? {} : { name }) }
}

function tell(call: Call, group: StoredUsergroup, type: 'subteam_created' | 'subteam_updated'): void {
  const { workspace } = call
  workspace.usergroupChanged(group)
  workspace.happened({ type, subteam: wireUsergroup(workspace, group), event_ts: workspace.newTs() })
}

function create(call: Call) {
  checkPlan(call)
  const { name = '', handle } = checkNames(call)
  const at = call.workspace.seconds()
  const id = newId('S')
  const group: StoredUsergroup = {
    id,
    handle: handle ?? id.toLowerCase(),
    name,
    description: call.args.text('description'),
    users: [],
    created_by: call.actor.id,
    date_create: at,
    date_update: at,
  }
  call.workspace.usergroups.set(id, group)
  tell(call, group, 'subteam_created')
  return answerWith(call, group)
}

function update(call: Call) {
  const group = groupOf(call)
  Object.assign(group, checkNames(call, group), { date_update: call.workspace.seconds() })
  if (call.args.has('description')) group.description = call.args.text('description')
  tell(call, group, 'subteam_updated')
  return answerWith(call, group)
}

/** A disabled group stands in no list, and nobody is called by it. */
const setDisabled = (isDisabled: boolean) => (call: Call) => {
  const group = groupOf(call)
  const at = call.workspace.seconds()
  group.date_update = at
  if (isDisabled) group.date_delete = at
  else delete group.date_delete
  tell(call, group, 'subteam_updated')
  return answerWith(call, group)
}

function updateUsers(call: Call) {
  const group = groupOf(call)
  const users = call.args.list('users')
  if (users.length === 0) refuse('no_users_provided')
  if (users.some((id) => !call.workspace.user(id) || call.workspace.user(id)?.deleted)) refuse('invalid_users')
  setUsergroup(call.workspace, group, users)
  return answerWith(call, group)
}

/** What an app may do with user groups. Source of the errors: docs.slack.dev/reference/methods/usergroups.create and its sisters. */
export const usergroups: Methods = {
  'usergroups.create': create,
  'usergroups.update': update,
  'usergroups.enable': setDisabled(false),
  'usergroups.disable': setDisabled(true),
  'usergroups.users.update': updateUsers,
}
