import { refuse } from '../refusal.ts'
import { wireUsergroup } from '../workspace/people.ts'
import type { Person } from '../workspace/types.ts'
import { wireProfile, wireUser } from '../workspace/wire-user.ts'
import type { Call, Methods } from './call.ts'
import { page } from './paging.ts'

function userOf(call: Call, id = call.args.text('user')): Person {
  return call.workspace.user(id) ?? refuse('user_not_found')
}

function info(call: Call) {
  return { user: wireUser(call.workspace, userOf(call), call.args.flag('include_locale')) }
}

function list(call: Call) {
  const { items, next } = page(call, call.workspace.users.listed(), 1000, 1000)
  const locale = call.args.flag('include_locale')
  return {
    members: items.map((user) => wireUser(call.workspace, user, locale)),
    cache_ts: call.workspace.seconds(),
    response_metadata: { next_cursor: next },
  }
}

function lookupByEmail(call: Call) {
  const email = call.args.text('email').toLowerCase()
  const fits = (user: Person) => user.email === email && !user.deleted && !user.is_bot
  const made = call.workspace.users.madeAs(email.split('@')[0] ?? '')
  const user = made && fits(made) ? made : [...call.workspace.users.kept.values()].find(fits)
  return user ? { user: wireUser(call.workspace, user) } : refuse('users_not_found')
}

function profile(call: Call) {
  const user = userOf(call, call.args.optionalText('user') ?? call.actor.id)
  return { profile: wireProfile(call.workspace, user, call.workspace.scopes.includes('users:read.email')) }
}

function presence(call: Call) {
  const user = call.workspace.user(call.args.optionalText('user') ?? call.actor.id)
  return { presence: user && !user.deleted ? 'active' : 'away' }
}

function dnd(call: Call) {
  userOf(call, call.args.optionalText('user') ?? call.actor.id)
  return {
    dnd_enabled: false,
    next_dnd_start_ts: 1,
    next_dnd_end_ts: 1,
    snooze_enabled: false,
    snooze_endtime: 0,
    snooze_remaining: 0,
    snooze_is_indefinite: false,
  }
}

/** The free plan has no user groups. Source: the errors of usergroups.list, docs.slack.dev/reference/methods/usergroups.list */
function checkPlan(call: Call): void {
  if (call.workspace.settled.plan === 'free') refuse('plan_upgrade_required')
}

function usergroups(call: Call) {
  checkPlan(call)
  const users = call.args.flag('include_users')
  return {
    usergroups: [...call.workspace.usergroups.values()].map((group) => wireUsergroup(call.workspace, group, users)),
  }
}

function usergroupUsers(call: Call) {
  checkPlan(call)
  const group = call.workspace.usergroups.get(call.args.text('usergroup')) ?? refuse('no_such_subteam')
  return { users: group.users }
}

export const people: Methods = {
  'users.info': info,
  'users.list': list,
  'users.lookupByEmail': lookupByEmail,
  'users.profile.get': profile,
  'users.getPresence': presence,
  'dnd.info': dnd,
  'usergroups.list': usergroups,
  'usergroups.users.list': usergroupUsers,
}
