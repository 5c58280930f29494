import { refuse } from '../refusal.ts'
import { wireUsergroup } from '../workspace/people.ts'
import type { Person } from '../workspace/types.ts'
import { wireProfile, wireUser } from '../workspace/wire-user.ts'
import type { Call, Methods } from './call.ts'
import { page } from './paging.ts'
import { checkPlan } from './plan.ts'

function userOf(call: Call, id = call.args.text('user')): Person {
  return call.workspace.user(id) ?? refuse('user_not_found')
}

/** Slack's limit of people asked for at once. */
const mostAtOnce = 100

/** One person, or several: the reference names `users` beside the error `too_many_users`. */
function info(call: Call) {
  const locale = call.args.flag('include_locale')
  if (!call.args.has('users')) return { user: wireUser(call.workspace, userOf(call), locale) }
  const ids = call.args.list('users')
  if (ids.length > mostAtOnce) refuse('too_many_users')
  return { users: ids.map((id) => wireUser(call.workspace, userOf(call, id), locale)) }
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
  const fits = (user: Person) => email !== '' && user.email === email && !user.deleted && !user.is_bot
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
  return { presence: user && !user.deleted && !call.workspace.presence.isAway(user.id) ? 'active' : 'away' }
}

function usergroups(call: Call) {
  checkPlan(call)
  const asked = { users: call.args.flag('include_users'), count: call.args.flag('include_count') }
  const withDisabled = call.args.flag('include_disabled')
  const shown = [...call.workspace.usergroups.values()].filter((group) => withDisabled || !group.date_delete)
  return { usergroups: shown.map((group) => wireUsergroup(call.workspace, group, asked)) }
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
  'usergroups.list': usergroups,
  'usergroups.users.list': usergroupUsers,
}
