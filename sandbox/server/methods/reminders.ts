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

/** Slack reads English; here it is "in 15 minutes", hours or days. Seconds from now, or nothing. */
function inWords(said: string): number | undefined {
  const [, count, unit] = /^in (\d{1,4}|an?) (minute|hour|day)s?$/i.exec(said.trim()) ?? []
  if (count === undefined) return undefined
  const seconds = { minute: 60, hour: 3600, day: 86_400 }[String(unit).toLowerCase()] ?? 0
  return (/^\d/.test(count) ? Number(count) : 1) * seconds
}

/** Below, a number is seconds from now; above, since the epoch. */
const longestAheadSeconds = 5 * 366 * 24 * 3600

function add(call: Call) {
  const { workspace, args, actor } = call
  const user = workspace.user(args.optionalText('user') ?? actor.id) ?? refuse('user_not_found')
  if (user.is_bot) refuse('cannot_add_bot')
  if (user.id !== actor.id) refuse('cannot_add_others')
  const time = args.text('time')
  const said = /^\d+$/.test(time) ? Number(time) : (inWords(time) ?? refuse('cannot_parse'))
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
