import { refuse } from '../refusal.ts'
import { isObject, type Json } from '../workspace/json.ts'
import { profileChanged } from '../workspace/people.ts'
import type { OwnProfile } from '../workspace/types.ts'
import { wireProfile } from '../workspace/wire-user.ts'
import type { Call, Methods } from './call.ts'

/** Slack's limit of a status, in characters. Source: docs.slack.dev/reference/methods/users.profile.set */
const longestStatus = 100

const texts = ['status_text', 'status_emoji', 'title', 'phone', 'pronouns', 'display_name', 'real_name'] as const

/** What is asked for: one field by `name` and `value`, or several in `profile`. */
function wanted({ args }: Call): Json {
  const name = args.optionalText('name')
  if (name !== undefined && name !== '') return { [name]: args.text('value') }
  const profile = args.json('profile')
  if (isObject(profile)) return profile
  return refuse('invalid_profile')
}

function read(given: Json): OwnProfile {
  const out: OwnProfile = {}
  for (const name of texts) {
    const value = given[name]
    if (value === undefined) continue
    if (typeof value !== 'string') refuse('invalid_profile')
    out[name] = value
  }
  if (out.real_name?.trim() === '') refuse('invalid_profile')
  if ([...(out.status_text ?? '')].length > longestStatus) refuse('too_long')
  if (out.status_emoji && !/^:[^\s:]+:(:skin-tone-[2-6]:)?$/.test(out.status_emoji))
    refuse('profile_status_set_failed_not_emoji_syntax')
  if (given.status_expiration !== undefined) {
    const at = Number(given.status_expiration)
    if (!Number.isInteger(at) || at < 0) refuse('invalid_profile')
    out.status_expiration = at
  }
  return out
}

/** A person sets their own profile; only who runs the workspace sets somebody else's. */
function set(call: Call) {
  const { workspace, args, actor } = call
  const id = args.optionalText('user') ?? actor.id
  const person = workspace.user(id) ?? refuse('user_not_found')
  if (id !== actor.id && !workspace.user(actor.id)?.is_admin) refuse('not_admin')
  if (person.is_bot) refuse('user_is_bot')
  profileChanged(workspace, person, read(wanted(call)))
  return { username: person.name, profile: wireProfile(workspace, person, true) }
}

/** `away` holds until `auto`, whatever the person does. */
function setPresence({ workspace, args, actor }: Call) {
  const presence = args.text('presence')
  if (presence !== 'auto' && presence !== 'away') refuse('invalid_presence')
  workspace.presence.setAway(actor.id, presence === 'away')
  return {}
}

/** What a person has said of themselves. The workspace has no fields of its own. */
export const profiles: Methods = {
  'team.profile.get': () => ({ profile: { fields: [], sections: [] } }),
  'users.profile.set': set,
  'users.setPresence': setPresence,
}
