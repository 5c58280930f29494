import type { Failure, Lane } from '../../kit/slack/index.ts'
import { performerOf } from './acts/index.ts'
import { inviteTogether } from './acts/invite.ts'
import type { Scene, Standing } from './performer.ts'
import { isThere, type Task } from './plan.ts'
import type { ProjectorParts } from './projector.ts'
import { type Result, resultOf, rowAfter, type Tried } from './result.ts'
import { channelOf, type Slot, type SlotRow, waitsForAnother } from './slot.ts'
import { isToldSoon } from './store.ts'
import { type Ended, openNotebook } from './write-down.ts'

/** How a plan was carried out. */
export type CarriedOut = {
  /** Nothing failed and nothing recovered, so the state says what it said before. */
  calm: boolean
  /** What became of the last slots, which is not written down yet. */
  unwritten: Result[]
  /** The slots as they are remembered with that: for a calm one only. */
  rows: ReadonlyMap<string, SlotRow>
}

/** What was planned for a subject. `shut`: channels that take no message now, with Slack's word for why. */
export type ToDo = {
  slots: readonly Slot[]
  rows: ReadonlyMap<string, SlotRow>
  tasks: readonly Task[]
  shut: ReadonlyMap<string, string>
}

/**
 * Does the tasks of one plan side by side, each after those it names, and writes down what became of each but the last. Their intents
 * are written before, so that a crash in between leaves a trace to look for. `hurried` edits go before cosmetic ones. What is for a channel
 * that is known to be shut ends as if Slack had refused it, and nothing is sent.
 */
export async function carryOut(
  parts: ProjectorParts,
  subject: string,
  { slots, rows, tasks, shut }: ToDo,
  hurried: boolean,
): Promise<CarriedOut> {
  const { clock } = parts
  const standing = new Map<string, Standing>()
  for (const row of rows.values()) {
    if (row.state === 'standing' || row.state === 'stale')
      standing.set(row.slot, { channelId: row.channelId, ts: row.ts, ref: row.ref })
  }
  const under = new Map<string, Promise<Tried>>()
  const making = tasks.filter((task) => task.how !== 'renew')
  const invites = inviteTogether(making, parts.slack)
  const notebook = openNotebook(parts, subject)

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
    // What may have landed before the channel was shut is looked for all the same.
    const why = task.how === 'look-then-make' ? undefined : shut.get(channelOf(task.slot.act) ?? '')
    const outcome: Tried = !needed.every(Boolean)
      ? { is: 'unreached', reason: waitsForAnother }
      : why
        ? { is: 'refused', error: why }
        : await perform(task, scene, invites).catch((error: unknown): Failure => {
            parts.log.error({ err: error, subject, slot: task.slot.slot }, 'A slot could not be performed')
            return { is: 'unsure', reason: 'unreadable' }
          })
    if (outcome.is === 'done') standing.set(task.slot.slot, outcome.value)
    await notebook.add({ task, outcome })
    return outcome
  }

  // In the order of the slots, so that whatever a slot waits for is under way before it.
  const order = new Map(slots.map((slot, index) => [slot.slot, index]))
  const sorted = [...tasks].sort((a, b) => (order.get(a.slot.slot) ?? 0) - (order.get(b.slot.slot) ?? 0))
  for (const task of sorted) under.set(task.slot.slot, one(task))
  const failed = (await Promise.allSettled(under.values())).find((each) => each.status === 'rejected')
  const unwritten = await notebook.close()
  if (failed) throw failed.reason
  const ended: Ended[] = []
  for (const task of tasks) {
    const outcome = await under.get(task.slot.slot)
    if (outcome) ended.push({ task, outcome })
  }
  const now = clock.now()
  const after = new Map(rows)
  for (const { task, outcome } of ended)
    after.set(task.slot.slot, rowAfter(task, resultOf(task, outcome, now, parts.settleMs()), now))
  return { calm: ended.every(isCalm), unwritten, rows: after }
}

const laneOfEdit = ({ editLane = 'cosmetic' }: Slot, hurried: boolean): Lane =>
  hurried && editLane === 'cosmetic' ? 'announce' : editLane

/** Whether the outcome of a task is one that people do not see: see `failuresOf`. */
function isCalm({ task: { how, row }, outcome }: Ended): boolean {
  if (outcome.is === 'limited') return true
  // A late edit is shown as a problem only after some tries.
  if (how === 'renew' && (outcome.is === 'unreached' || outcome.is === 'unsure')) return !row || !isToldSoon(row)
  return outcome.is === 'done' && !row?.error
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
