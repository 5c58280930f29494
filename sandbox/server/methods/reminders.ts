import { randomBytes } from 'node:crypto'
import { refuse } from '../refusal.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { Call, Methods } from './call.ts'

type Reminder = {
  id: string
  creator: string
  user: string
  text: string
  recurring: false
  time: number
  complete_ts: number
}

/** They stand in lists; nobody is reminded here, and a sandbox that starts again has none. */
const kept = new WeakMap<Workspace, Map<string, Reminder>>()

const remindersIn = (workspace: Workspace): Map<string, Reminder> => {
  const known = kept.get(workspace) ?? new Map<string, Reminder>()
  kept.set(workspace, known)
  return known
}

/** Below, a number is seconds from now; above, since the epoch. Words ("in 15 minutes") are not read here. */
const longestAheadSeconds = 5 * 366 * 24 * 3600

function add(call: Call) {
  const { workspace, args, actor } = call
  const user = workspace.user(args.optionalText('user') ?? actor.id) ?? refuse('user_not_found')
  if (user.is_bot) refuse('cannot_add_bot')
  if (user.id !== actor.id) refuse('cannot_add_others')
  if (!/^\d+$/.test(args.text('time'))) refuse('cannot_parse')
  const said = Number(args.text('time'))
  const reminder: Reminder = {
    id: `Rm${randomBytes(5).toString('hex').toUpperCase()}`,
    creator: actor.id,
    user: user.id,
    text: args.text('text'),
    recurring: false,
    time: said < longestAheadSeconds ? workspace.seconds() + said : said,
    complete_ts: 0,
  }
  remindersIn(workspace).set(reminder.id, reminder)
  return { reminder }
}

const own = (call: Call): Reminder[] =>
  [...remindersIn(call.workspace).values()].filter(({ creator, user }) => [creator, user].includes(call.actor.id))

const named = (call: Call): Reminder =>
  own(call).find(({ id }) => id === call.args.text('reminder')) ?? refuse('not_found')

function complete(call: Call) {
  named(call).complete_ts = call.workspace.seconds()
  return {}
}

function remove(call: Call) {
  remindersIn(call.workspace).delete(named(call).id)
  return {}
}

/** People's reminders, for their own tokens. Source of the errors: docs.slack.dev/reference/methods/reminders.add and its sisters. */
export const reminders: Methods = {
  'reminders.add': add,
  'reminders.list': (call) => ({ reminders: own(call) }),
  'reminders.info': (call) => ({ reminder: named(call) }),
  'reminders.complete': complete,
  'reminders.delete': remove,
}
