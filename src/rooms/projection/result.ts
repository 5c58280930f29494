import { later } from '../../kit/clock.ts'
import type { Outcome } from '../../kit/slack/index.ts'
import type { Standing } from './performer.ts'
import type { Task } from './plan.ts'
import { backoff, budgetSpent, hashOf, type Slot, type SlotRow, waitsForAnother } from './slot.ts'

/**
 * What became of a try. `unseen`: Slack refused to let us look for what an earlier, lost try may have left, so that nothing was
 * done: to make it all the same might make it twice.
 */
export type Tried = Outcome<Standing> | { is: 'unseen'; error: string }

/** What is written down of one slot. */
export type Result =
  | {
      slot: string
      is: 'standing'
      hash: string
      channelId: string | null
      ts: string | null
      ref: string | null
      shows?: readonly string[] | undefined
    }
  /** Slack refused: tried again at `retryAt`, and until then the problem is shown. */
  | { slot: string; is: 'failed'; error: string; retryAt: Date }
  /** It did not take effect for sure, or may have: `look` keeps the intent, so that the next try looks first. */
  | { slot: string; is: 'again'; look: boolean; error: string; retryAt: Date }
  /** An edit that did not come through: what stands, stands. */
  | { slot: string; is: 'late'; error: string; retryAt: Date }
  /** An edit that Slack refused; `hash` is of what was refused. */
  | { slot: string; is: 'stale'; hash: string; error: string; retryAt: Date }
  /** It belongs to a person now. `error`: people see that it is gone. */
  | { slot: string; is: 'released'; error: string | null }

/** Slack's words for "a person has taken this away": it is not restored. */
const takenAway: ReadonlySet<string> = new Set(['message_not_found', 'not_found', 'bookmark_not_found'])

/**
 * What an outcome means for the slot.
 *
 * @param settleMs how long a lost call may still land, in milliseconds
 */
export function resultOf(task: Task, outcome: Tried, now: Date, settleMs: number): Result {
  const { slot } = task.slot
  const attempts = (task.row?.attempts ?? 0) + 1
  const soon = later(now, backoff(attempts))
  if (outcome.is === 'done') {
    return { slot, is: 'standing', hash: hashOf(task.slot.act), ...outcome.value, shows: task.slot.shows }
  }
  if (outcome.is === 'refused' && takenAway.has(outcome.error) && task.slot.act.do !== 'create-channel') {
    if (task.how === 'renew' && task.slot.again) return anew(slot, now)
    return { slot, is: 'released', error: task.how === 'renew' && isMissed(task.slot) ? outcome.error : null }
  }
  if (task.how === 'renew') return resultOfEdit(task, outcome, now, soon)
  switch (outcome.is) {
    case 'unseen':
      return { slot, is: 'again', look: true, error: outcome.error, retryAt: soon }
    case 'refused':
      return { slot, is: 'failed', error: outcome.error, retryAt: soon }
    case 'limited':
      return {
        slot,
        is: 'again',
        look: task.how !== 'make',
        error: budgetSpent,
        retryAt: later(now, outcome.retryAfterMs),
      }
    case 'unreached':
      return {
        slot,
        is: 'again',
        look: task.how !== 'make',
        error: outcome.reason,
        retryAt: outcome.reason === waitsForAnother ? now : soon,
      }
    case 'unsure':
      return { slot, is: 'again', look: true, error: outcome.reason, retryAt: later(now, settleMs) }
  }
}

/** An edit that failed. A refusal by Slack is shown at once: the message there is out of date. */
function resultOfEdit(task: Task, outcome: Exclude<Tried, { is: 'done' }>, now: Date, soon: Date): Result {
  const { slot, act, again } = task.slot
  if (outcome.is !== 'refused') {
    const retryAt = outcome.is === 'limited' ? later(now, outcome.retryAfterMs) : soon
    return { slot, is: 'late', error: nameOf(outcome), retryAt }
  }
  // The person has sent the form or closed it.
  if (act.do === 'view') return { slot, is: 'released', error: null }
  if (again) return anew(slot, now)
  return { slot, is: 'stale', hash: hashOf(act), error: outcome.error, retryAt: soon }
}

/** What cannot be edited is posted once more, with what it says now. */
const anew = (slot: string, now: Date): Result => ({
  slot,
  is: 'again',
  look: false,
  error: waitsForAnother,
  retryAt: now,
})

/** Whether anybody misses what was taken away: a message that should say how things stand, and whose time is not past. */
const isMissed = ({ keep, act }: Slot): boolean =>
  keep === 'living' && (act.do === 'message' || act.do === 'direct-message')

const nameOf = (failure: Exclude<Tried, { is: 'done' }>): string => {
  if (failure.is === 'refused' || failure.is === 'unseen') return failure.error
  return failure.is === 'limited' ? budgetSpent : failure.reason
}

/** How a slot is remembered once `result` is written down, of a task whose intent was noted at `now`: as `settle` writes it. */
export function rowAfter({ row, hash, how }: Task, result: Result, now: Date): SlotRow {
  const noted: SlotRow = {
    ...(row ?? { ...unseen, intendedAt: now }),
    slot: result.slot,
    hash,
    state: 'intended',
    attempts: (row?.attempts ?? 0) + 1,
    ...(how === 'make' ? { intendedAt: now } : {}),
  }
  const before = how === 'renew' && row ? row : noted
  const retryAt = 'retryAt' in result ? result.retryAt : null
  switch (result.is) {
    case 'standing': {
      const { channelId, ts, ref } = result
      return { ...before, state: 'standing', hash: result.hash, channelId, ts, ref, attempts: 0, retryAt, error: null }
    }
    case 'stale':
      return {
        ...before,
        state: 'stale',
        hash: result.hash,
        attempts: before.attempts + 1,
        retryAt,
        error: result.error,
      }
    case 'late': {
      const error = before.state === 'stale' ? before.error : result.error
      return { ...before, attempts: before.attempts + 1, retryAt, error }
    }
    case 'again':
      return { ...before, state: result.look ? 'intended' : 'pending', retryAt, error: result.error }
    case 'failed':
    case 'released':
      return { ...before, state: result.is, retryAt, error: result.error }
  }
}

const unseen: Omit<SlotRow, 'slot' | 'hash' | 'intendedAt' | 'state'> = {
  channelId: null,
  ts: null,
  ref: null,
  attempts: 0,
  retryAt: null,
  error: null,
}
