import { later } from '../../kit/clock.ts'
import { grouped } from '../../kit/grouped.ts'
import type { Failure, Lane, Outcome } from '../../kit/slack/index.ts'
import { performerOf } from './acts/index.ts'
import { inviteTogether } from './acts/invite.ts'
import type { Scene, Standing } from './performer.ts'
import { isThere, type Task } from './plan.ts'
import type { ProjectorParts } from './projector.ts'
import { backoff, budgetSpent, hashOf, type Slot, type SlotRow, waitsForAnother } from './slot.ts'
import { isToldSoon, type Result, settle } from './store.ts'

/** Slack's words for "a person has taken this away": it is not restored. */
const takenAway: ReadonlySet<string> = new Set(['message_not_found', 'not_found', 'bookmark_not_found'])

/**
 * What became of a try. `unseen`: Slack refused to let us look for what an earlier, lost try may have left, so that nothing was
 * done: to make it all the same might make it twice.
 */
type Tried = Outcome<Standing> | { is: 'unseen'; error: string }

/**
 * Does the tasks of one plan side by side, each after those it names, and writes down what became of each. Their intents
 * are written before, so that a crash in between leaves a trace to look for. `hurried` edits go before cosmetic ones. Answers
 * `calm` when nothing has failed and nothing has mended, so that the state says no more than before.
 */
export async function carryOut(
  parts: ProjectorParts,
  subject: string,
  slots: readonly Slot[],
  rows: ReadonlyMap<string, SlotRow>,
  tasks: readonly Task[],
  hurried: boolean,
): Promise<{ calm: boolean }> {
  const { clock } = parts
  const standing = new Map<string, Standing>()
  for (const row of rows.values()) {
    if (row.state === 'standing' || row.state === 'stale')
      standing.set(row.slot, { channelId: row.channelId, ts: row.ts, ref: row.ref })
  }
  const under = new Map<string, Promise<Tried>>()
  const making = tasks.filter((task) => task.how !== 'renew')
  const invites = inviteTogether(making, parts.slack)
  const write = writerOf(parts, subject)

  const one = async (task: Task): Promise<Tried> => {
    const isDone = async (name: string) =>
      under.has(name) ? (await under.get(name))?.is === 'done' || isThere(rows.get(name)) : isThere(rows.get(name))
    const isOver = async (name: string) => ['done', 'refused', undefined].includes((await under.get(name))?.is)
    const { after = [], follows = [] } = task.slot
    const needed = await Promise.all([...after.map(isDone), ...follows.map(isOver)])
    const scene: Scene = {
      slack: parts.slack,
      clock,
      subject,
      slot: task.slot.slot,
      lane: task.how === 'renew' ? laneOfEdit(task.slot, hurried) : task.slot.lane,
      standing: (name) => standing.get(name),
      isGone: (name) => rows.get(name)?.state === 'released',
    }
    const outcome: Tried = needed.every(Boolean)
      ? await perform(task, scene, invites).catch((error: unknown): Failure => {
          parts.log.error({ err: error, subject, slot: task.slot.slot }, 'A slot could not be performed')
          return { is: 'unsure', reason: 'unreadable' }
        })
      : { is: 'unreached', reason: waitsForAnother }
    if (outcome.is === 'done') standing.set(task.slot.slot, outcome.value)
    await write({ task, outcome })
    return outcome
  }

  // In the order of the slots, so that whatever a slot waits for is under way before it.
  const order = new Map(slots.map((slot, index) => [slot.slot, index]))
  const sorted = [...tasks].sort((a, b) => (order.get(a.slot.slot) ?? 0) - (order.get(b.slot.slot) ?? 0))
  for (const task of sorted) under.set(task.slot.slot, one(task))
  const failed = (await Promise.allSettled(under.values())).find((each) => each.status === 'rejected')
  if (failed) throw failed.reason
  const outcomes = await Promise.all(tasks.map((task) => under.get(task.slot.slot)))
  return { calm: tasks.every((task, n) => isCalm(task, outcomes[n])) }
}

const laneOfEdit = ({ editLane = 'cosmetic' }: Slot, hurried: boolean): Lane =>
  hurried && editLane === 'cosmetic' ? 'announce' : editLane

/** Whether what became of a task is nothing that people are told of: see `failuresOf`. */
function isCalm({ how, row }: Task, outcome: Tried | undefined): boolean {
  if (outcome?.is === 'limited') return true
  // An edit that is late is told of only after some tries.
  if (how === 'renew' && (outcome?.is === 'unreached' || outcome?.is === 'unsure')) return !row || !isToldSoon(row)
  return outcome?.is === 'done' && !row?.error
}

async function perform(task: Task, scene: Scene, invites: ReturnType<typeof inviteTogether>): Promise<Tried> {
  const { act } = task.slot
  const performer = performerOf(act)
  if (task.how === 'renew') {
    if (!task.row || !performer.renew) return { is: 'done', value: standingOf(task.row) }
    return performer.renew(act, scene, task.row)
  }
  if (act.do === 'invite') return invites(act)
  if (task.how === 'look-then-make' && task.row) {
    const found = await performer.look(act, scene, task.row.intendedAt)
    if (found.is === 'refused') return { is: 'unseen', error: found.error }
    if (found.is !== 'done') return found
    if (found.value) return { is: 'done', value: found.value }
  }
  return performer.make(act, scene)
}

const standingOf = (row: SlotRow | undefined): Standing => ({
  channelId: row?.channelId ?? null,
  ts: row?.ts ?? null,
  ref: row?.ref ?? null,
})

/** As many as one plan may have to write down at once. */
const mostAtOnce = 100

/** Writes down what became of tries: all that end while the last writing is under way go into one transaction. */
const writerOf = (parts: ProjectorParts, subject: string) =>
  grouped<{ task: Task; outcome: Tried }, true>(
    async (ended) => {
      const now = parts.clock.now()
      await writeDown(parts, subject, ended, now)
      for (const { task, outcome } of ended) {
        if (outcome.is !== 'refused' && outcome.is !== 'unseen') continue
        parts.log.warn({ subject, slot: task.slot.slot, error: outcome.error }, 'Slack refused')
      }
      return ended.map(() => true)
    },
    // What a room does about one slot must not keep the others from being written down.
    { most: mostAtOnce, blamesOne: () => true },
  )

async function writeDown(
  parts: ProjectorParts,
  subject: string,
  ended: readonly { task: Task; outcome: Tried }[],
  now: Date,
): Promise<void> {
  const hooksOf = ({ slot: { slot } }: Task) => parts.hooks[slot] ?? parts.hooks[`${slot.split(':', 1)[0]}:`]
  const plain = ended.map(({ task, outcome }) => resultOf(task, outcome, now, parts.settleMs()))
  // What a room does about it belongs to the same transaction; where none does anything, one statement is enough.
  if (ended.every(({ task }) => !hooksOf(task))) {
    await parts.db.once((writer) => settle(writer, subject, plain, now))
    return
  }
  await parts.db.transaction(async (tx) => {
    const results: Result[] = []
    for (const [n, { task, outcome }] of ended.entries()) {
      const isMended =
        outcome.is === 'refused' && (await hooksOf(task)?.refused?.(tx, subject, outcome.error, now)) === true
      const again = isMended
        ? { slot: task.slot.slot, is: 'failed' as const, error: outcome.error, retryAt: now }
        : undefined
      results.push(...[again ?? plain[n]].flatMap((result) => result ?? []))
    }
    await settle(tx, subject, results, now)
    for (const { task, outcome } of ended) {
      const hooks = hooksOf(task)
      if (outcome.is === 'limited' && task.row?.error !== budgetSpent) await hooks?.limited?.(tx, subject, now)
      if (outcome.is === 'done' && task.how !== 'renew') await hooks?.standing?.(tx, subject, outcome.value, now)
    }
  })
}

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

/** An edit that did not go well. What Slack refuses is told at once: what stands there says what is no longer so. */
function resultOfEdit(task: Task, outcome: Exclude<Tried, { is: 'done' }>, now: Date, soon: Date): Result {
  const { slot, act, again } = task.slot
  if (outcome.is !== 'refused') {
    const retryAt = outcome.is === 'limited' ? later(now, outcome.retryAfterMs) : soon
    return { slot, is: 'late', error: nameOf(outcome), retryAt }
  }
  // Whoever looks at a form has acted on it, or sees it no more.
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
