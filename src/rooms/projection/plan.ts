import { hashOf, type Slot, type SlotRow, stepFor } from './slot.ts'

/** A slot to act on now. `row` is what is remembered of it. */
export type Task = { slot: Slot; hash: string; row: SlotRow | undefined; how: 'make' | 'look-then-make' | 'renew' }

/** It is there, or was until somebody took it away: what comes after it need not wait. */
export const isThere = (row: SlotRow | undefined): boolean =>
  row?.state === 'standing' || row?.state === 'stale' || row?.state === 'released'

/** Nothing more is under way: it stands, is a person's, or was refused. */
const isSettled = (row: SlotRow | undefined): boolean =>
  row !== undefined && row.state !== 'intended' && row.state !== 'pending'

export type Plan = {
  tasks: Task[]
  /** When something that has to wait may be tried; null when nothing waits. */
  retryAt: Date | null
}

/**
 * What to do so that Slack shows `slots`. A slot whose `after` neither stands nor is done in this plan waits with it.
 *
 * @param settleMs how long after its start a lost call may still land, in milliseconds
 * @param hurried edits that were put off are tried now
 */
export function plan(
  slots: readonly Slot[],
  rows: ReadonlyMap<string, SlotRow>,
  now: Date,
  settleMs: number,
  hurried = false,
): Plan {
  const tasks: Task[] = []
  const reachable = new Set<string>()
  const shown = new Set(slots.map(({ slot }) => slot))
  /** What is not to come, or no more, is no longer waited for: a message that was taken back would hold the next one up for good. */
  const isNotToCome = (name: string) => !shown.has(name) || reachable.has(name) || isSettled(rows.get(name))
  let retryAt: Date | null = null
  for (const slot of slots) {
    const row = rows.get(slot.slot)
    const step = stepFor(slot, row, now, settleMs, hurried)
    if (step.is === 'wait') {
      if (!retryAt || step.until < retryAt) retryAt = step.until
      if (isThere(row)) reachable.add(slot.slot)
      continue
    }
    if (step.is === 'nothing') {
      reachable.add(slot.slot)
      continue
    }
    if (!(slot.after ?? []).every((name) => reachable.has(name) || isThere(rows.get(name)))) continue
    if (!(slot.follows ?? []).every(isNotToCome)) continue
    reachable.add(slot.slot)
    const how = step.is === 'renew' ? 'renew' : step.look ? 'look-then-make' : 'make'
    tasks.push({ slot, row, hash: hashOf(slot.act), how })
  }
  return { tasks, retryAt }
}
