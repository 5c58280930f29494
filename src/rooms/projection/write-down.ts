import { later, systemClock } from '../../kit/clock.ts'
import { grouped } from '../../kit/grouped.ts'
import { settle } from './outcomes/store.ts'
import type { Task } from './plan.ts'
import type { ProjectorParts, SlotHooks } from './projector.ts'
import { type Result, resultOf, type Tried } from './result.ts'
import { budgetSpent } from './slot.ts'

/** What became of one task. */
export type Ended = { task: Task; outcome: Tried }

/**
 * So long, in milliseconds of the machine's time, what has ended may wait to be written down with what ends next. A crash in between is one
 * between Slack's doing and our writing: what was meant is noted, and looked for.
 */
const gatherMs = 200

/** As many as one plan may have to write down at once. */
const mostAtOnce = 100

export interface Notebook {
  /** Takes what became of a task. Settles at once, or, where a room does something about it, when that is committed. */
  add(ended: Ended): Promise<unknown>
  /** Nothing more comes. Answers what is not written down yet. Rejects when something could not be written. */
  close(): Promise<Result[]>
}

/** Writes down what became of tries while others are under way. Where several end together, one statement writes them. */
export function openNotebook(parts: ProjectorParts, subject: string): Notebook {
  let waiting: Result[] = []
  let cancel = () => {}
  const writing: Promise<unknown>[] = []

  const write = async (results: readonly Result[]) => {
    const now = parts.clock.now()
    await parts.db.once((writer) => settle(writer, subject, results, now))
  }
  const writeWaiting = () => {
    cancel()
    const written = write(waiting)
    waiting = []
    // Who closes the notebook is told.
    written.catch(() => {})
    writing.push(written)
  }
  const withHooks = grouped<Ended, true>(
    async (ended) => {
      await writeWithHooks(parts, subject, ended, parts.clock.now())
      return ended.map(() => true)
    },
    // What a room does about one slot must not keep the others from being written down.
    { most: mostAtOnce, blamesOne: () => true },
  )

  return {
    async add({ task, outcome }) {
      if (outcome.is === 'refused' || outcome.is === 'unseen')
        parts.log.warn({ subject, slot: task.slot.slot, error: outcome.error }, 'Slack refused')
      if (hooksOf(parts, task)) return withHooks({ task, outcome })
      waiting.push(resultOf(task, outcome, parts.clock.now(), parts.settleMs()))
      // What shows another incident must be found where that becomes private.
      if (task.slot.shows?.length) return writeWaiting()
      if (waiting.length === 1) cancel = systemClock.setTimer(writeWaiting, later(systemClock.now(), gatherMs))
      return undefined
    },
    async close() {
      cancel()
      await Promise.all(writing)
      return waiting
    },
  }
}

const hooksOf = ({ hooks }: ProjectorParts, { slot: { slot } }: Task): SlotHooks | undefined =>
  hooks[slot] ?? hooks[`${slot.split(':', 1)[0]}:`]

/** What a room does about it belongs to the same transaction. */
async function writeWithHooks(
  parts: ProjectorParts,
  subject: string,
  ended: readonly Ended[],
  now: Date,
): Promise<void> {
  await parts.db.transaction(async (tx) => {
    const results: Result[] = []
    for (const { task, outcome } of ended) {
      const isMended =
        outcome.is === 'refused' && (await hooksOf(parts, task)?.refused?.(tx, subject, outcome.error, now)) === true
      const again = isMended
        ? { slot: task.slot.slot, is: 'failed' as const, error: outcome.error, retryAt: now }
        : undefined
      results.push(again ?? resultOf(task, outcome, now, parts.settleMs()))
    }
    await settle(tx, subject, results, now)
    for (const { task, outcome } of ended) {
      const hooks = hooksOf(parts, task)
      if (outcome.is === 'limited' && task.row?.error !== budgetSpent) await hooks?.limited?.(tx, subject, now)
      if (outcome.is === 'done' && task.how !== 'renew') await hooks?.standing?.(tx, subject, outcome.value, now)
    }
  })
}
