import type { Fault } from '../../../sandbox/protocol.ts'
import type { MethodName } from '../../../src/kit/slack/methods.ts'

/** What goes wrong with every call of one method for a while. */
export type Trouble = { name: string; fault: Omit<Fault, 'method'> }

/** Where the person concerned reads that something went wrong; where there is nobody to read it, the log tells who runs the bot. */
export type Told = 'card' | 'receipt' | 'alone' | 'form' | 'log'

/** One method: what else can go wrong with it, what leads to its being called, and who is told at which step (`log` at others). */
export type Row = {
  errors: readonly string[]
  /** What must go wrong before so that the bot calls it at all: it looks for what a lost call has left. */
  provoke?: { method: MethodName; at: string }
  told?: Readonly<Record<string, Told>>
  /** The step after which all must be as it would have been; by default the last at which it is called. */
  until?: string
}

/** Slack's troubles that pass by themselves, and the one that needs an admin. */
export const everywhere: readonly Trouble[] = [
  { name: '429', fault: { retry_after: 2 } },
  { name: '500', fault: { http_status: 500 } },
  { name: 'time-out', fault: { latency_ms: 1_100 } },
  { name: 'missing_scope', fault: { error: 'missing_scope' } },
]

const gone = ['is_archived', 'not_in_channel', 'channel_not_found']
const atForms = {
  declare: 'alone',
  'set-level': 'alone',
  update: 'alone',
  'call-people': 'alone',
  'add-todo': 'alone',
  'second form': 'alone',
  'add-action': 'alone',
  'form over a form': 'alone',
  'link-channel': 'alone',
  recover: 'alone',
  complete: 'alone',
  reopen: 'alone',
} as const

/** Every method that the bot calls. Null: no code of the bot calls it yet. */
export const matrix: Readonly<Record<MethodName, Row | null>> = {
  // Asked at the archiving, too; see conversations.archive for what the card says then.
  'auth.test': {
    errors: ['user_not_found'],
    provoke: { method: 'conversations.create', at: 'declare' },
    until: 'unarchive',
  },
  'bookmarks.add': { errors: gone, told: { declare: 'card' } },
  'bookmarks.edit': { errors: gone },
  'bookmarks.list': { errors: gone, provoke: { method: 'bookmarks.add', at: 'declare' }, told: { declare: 'card' } },
  'bookmarks.remove': null,
  'chat.delete': null,
  'chat.getPermalink': { errors: ['channel_not_found'], told: { declare: 'card' } },
  'chat.postEphemeral': { errors: ['user_not_in_channel', 'user_not_found', ...gone], told: { list: 'alone' } },
  'chat.postMessage': { errors: gone, told: { 'set-level': 'card', update: 'card', recover: 'card' } },
  'chat.update': { errors: gone },
  // What the card of an archived channel said last cannot be edited until it is brought back.
  'conversations.archive': {
    errors: ['restricted_action', 'not_in_channel'],
    told: { archive: 'card' },
    until: 'unarchive',
  },
  'conversations.create': { errors: ['restricted_action', 'user_is_restricted'], told: { declare: 'receipt' } },
  'conversations.history': {
    errors: gone,
    provoke: { method: 'chat.postMessage', at: 'set-level' },
    told: { 'set-level': 'card' },
  },
  'conversations.info': {
    errors: gone,
    provoke: { method: 'conversations.setTopic', at: 'declare' },
    told: { declare: 'card' },
  },
  'conversations.invite': {
    errors: ['user_not_found', 'cant_invite', ...gone],
    told: { declare: 'card', 'set-level': 'card', 'call-people': 'card' },
  },
  'conversations.join': { errors: gone },
  'conversations.kick': null,
  'conversations.leave': null,
  'conversations.list': { errors: [] },
  'conversations.members': {
    errors: gone,
    told: { declare: 'card', 'set-level': 'card', 'link-channel': 'form' },
  },
  'conversations.open': { errors: ['user_not_found', 'user_disabled'], told: { 'take-handler': 'card' } },
  'conversations.rename': null,
  'conversations.replies': { errors: [] },
  'conversations.setPurpose': null,
  'conversations.setTopic': { errors: gone, told: { declare: 'card' } },
  'pins.add': { errors: gone, told: { declare: 'card' } },
  'pins.list': { errors: gone },
  'pins.remove': null,
  'reactions.add': { errors: gone, told: { mark: 'card' } },
  'reactions.get': null,
  'reactions.remove': null,
  'team.info': null,
  'usergroups.list': { errors: [] },
  'usergroups.users.list': null,
  'users.conversations': { errors: [], provoke: { method: 'conversations.create', at: 'declare' } },
  'users.info': null,
  'users.list': { errors: [] },
  'users.lookupByEmail': null,
  'views.open': { errors: ['expired_trigger_id', 'exchanged_trigger_id'], told: atForms },
  'views.publish': { errors: ['not_found', 'user_not_found'] },
  'views.push': { errors: ['expired_trigger_id', 'exchanged_trigger_id'], told: { 'form over a form': 'alone' } },
  'views.update': { errors: ['not_found', 'hash_conflict'] },
}

export type Case = { method: MethodName; row: Row; trouble: Trouble }

export const cases: readonly Case[] = Object.entries(matrix).flatMap(([method, row]) =>
  row === null
    ? []
    : [...everywhere, ...row.errors.map((error) => ({ name: error, fault: { error } }))].map((trouble) => ({
        method: method as MethodName,
        row,
        trouble,
      })),
)
