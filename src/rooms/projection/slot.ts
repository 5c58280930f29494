import { createHash } from 'node:crypto'
import type { MessageContent, ModalView } from '../../kit/block-kit/index.ts'
import type { Lane } from '../../kit/slack/index.ts'

/** What shall stand in Slack for one slot. */
export type Act =
  | { do: 'create-channel'; name: string; isPrivate: boolean }
  /** `threadTs` or the message of the slot `inThreadOf` is answered in its thread. */
  | { do: 'message'; channel: string; threadTs?: string; inThreadOf?: string; content: MessageContent }
  /** Seen by one person, until they reload. Slack cannot find it again: after a lost call it may come twice. */
  | { do: 'ephemeral'; channel: string; user: string; threadTs?: string; content: MessageContent }
  /** A reaction of the bot's to somebody's message. */
  | { do: 'react'; channel: string; ts: string; name: string }
  /** A direct message; Slack opens the conversation. */
  | { do: 'direct-message'; user: string; content: MessageContent }
  /** Takes away a message of ours, of whatever slot; being gone already is as good. */
  | { do: 'delete'; channel: string; ts: string }
  | { do: 'pin'; of: string }
  | { do: 'topic'; channel: string; text: string }
  /** A bookmark that leads to the message of another slot. */
  | { do: 'bookmark'; channel: string; title: string; emoji: string; to: string }
  /** Takes away the bookmark that another slot made; being gone already is as good. */
  | { do: 'remove-bookmark'; channel: string; of: string }
  | { do: 'invite'; channel: string; user: string }
  /** Takes somebody out of the channel; being out already is as good. */
  | { do: 'kick'; channel: string; user: string }
  /** Archives the channel; being archived already is as good. */
  | { do: 'archive'; channel: string }
  /** The bot itself enters a public channel. */
  | { do: 'join'; channel: string }
  /** The form that somebody looks at, put in step with what became of it. */
  | { do: 'view'; viewId: string; view: ModalView }

/** The channel in which an act says something to people; undefined for what brings the bot or others in or out, and takes things away. */
export const channelOf = (act: Act): string | undefined =>
  act.do === 'message' || act.do === 'ephemeral' || act.do === 'react' ? act.channel : undefined

/**
 * One thing that should stand in Slack.
 *
 * `living` follows the state until a person changes it by hand; `once` is done a single time and never restored;
 * `while-standing` is kept in step where it stands, but not made any more: its time is past.
 * `after` names the slots that must stand before this one is tried. `follows` names slots that come first where both
 * are to come, so that people read them in order; one that Slack refuses holds nobody up.
 */
export type Slot = {
  slot: string
  keep: 'living' | 'once' | 'while-standing'
  lane: Lane
  /** The lane of its edits. Cosmetic unless said otherwise: the newest state makes the ones before it needless. */
  editLane?: Lane
  after?: readonly string[]
  follows?: readonly string[]
  /** A message that Slack does not let us edit is posted again: what it says must be read somewhere. */
  again?: true
  /** The other incidents of which the message tells, by their ids: they may become private. */
  shows?: readonly string[]
  act: Act
}

/** What the store remembers of a slot. `stale`: it stands, and Slack refused to edit it; `hash` is of what was refused. */
export type SlotRow = {
  slot: string
  state: 'intended' | 'pending' | 'standing' | 'stale' | 'failed' | 'released'
  channelId: string | null
  ts: string | null
  ref: string | null
  hash: string
  intendedAt: Date
  attempts: number
  retryAt: Date | null
  error: string | null
}

/** The fingerprint of what was rendered: the same state gives the same one. */
export function hashOf(act: Act): string {
  return createHash('sha256').update(JSON.stringify(act)).digest('base64url').slice(0, 22)
}

/** The reason of a slot whose turn had not come: it is tried as soon as what it waits for is done. */
export const waitsForAnother = 'waits for another'

/** The reason of a slot for which Slack's budget, or ours of it, had nothing left. */
export const budgetSpent = 'ratelimited'

/** What is to be done about one slot now. */
export type Step =
  | { is: 'nothing' }
  /** Not yet: something may still be under way, or Slack asked for patience. */
  | { is: 'wait'; until: Date }
  /** Do it. `look`: an earlier try may have landed; see before doing it again. */
  | { is: 'make'; look: boolean }
  /** It stands, but says what was true before. */
  | { is: 'renew' }

/** Slack's words for an edit that will never go well as it is: only another content, or nothing, helps. */
const lasting: ReadonlySet<string> = new Set([
  'cant_update_message',
  'edit_window_closed',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_metadata_format',
  'metadata_too_large',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
  'too_long',
  'too_many_attachments',
])

/** What Slack has refused so often (over some eight hours) is given up; that it failed stays shown. */
const mostAttempts = 100

/**
 * Decides what a slot needs.
 *
 * @param settleMs how long after its start a lost call may still land, in milliseconds
 * @param hurried an edit that was put off is tried now: it says more than the one that was
 */
export function stepFor(slot: Slot, row: SlotRow | undefined, now: Date, settleMs: number, hurried = false): Step {
  if (!row) return slot.keep === 'while-standing' ? { is: 'nothing' } : { is: 'make', look: false }
  if (row.state === 'released') return { is: 'nothing' }
  const unchanged = row.hash === hashOf(slot.act)
  if (row.state === 'standing' || row.state === 'stale') {
    if (slot.keep === 'once' || (unchanged && !mayYetBeEdited(row))) return { is: 'nothing' }
    return !hurried && row.retryAt && row.retryAt > now ? { is: 'wait', until: row.retryAt } : { is: 'renew' }
  }
  if (row.retryAt && row.retryAt > now && (row.state !== 'failed' || unchanged)) {
    return { is: 'wait', until: row.retryAt }
  }
  if (row.state === 'failed' && unchanged && row.attempts >= mostAttempts) return { is: 'nothing' }
  if (row.state !== 'intended' && slot.keep === 'while-standing') return { is: 'nothing' }
  if (row.state !== 'intended') return { is: 'make', look: false }
  const settled = new Date(row.intendedAt.getTime() + settleMs)
  return settled > now ? { is: 'wait', until: settled } : { is: 'make', look: true }
}

/** Whether an edit that was refused is worth another try with the same content. */
const mayYetBeEdited = ({ state, error, attempts }: SlotRow): boolean =>
  state === 'stale' && !lasting.has(error ?? '') && attempts < mostAttempts

const firstRetryMs = 1_000
const longestRetryMs = 5 * 60_000

/** How long to wait before trying again after `attempts` tries, in milliseconds: doubling, at most five minutes. */
export function backoff(attempts: number): number {
  return Math.min(firstRetryMs * 2 ** Math.max(attempts - 1, 0), longestRetryMs)
}
