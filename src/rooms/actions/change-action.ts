import type { z } from 'zod'
import type { Tx } from '../../kit/db/index.ts'
import { incidentSubject } from '../channel/index.ts'
import {
  type Actor,
  type Change,
  commit,
  type NewFact,
  Refusal,
  type Unchanged,
  unchanged,
  type World,
} from '../facts/index.ts'
import { doerOf, mustBeAhead, verb } from '../incident/index.ts'
import type { ActionItem } from './action.ts'
import { actionIn, holdAction, openActionIn } from './hold-action.ts'
import { changeInput, finishInput, moveInput, waiveInput } from './inputs.ts'
import { type ActionChange, changeAction } from './store.ts'

/** What an item is to say; what is undefined stays. */
type Wanted = Partial<Omit<z.output<typeof changeInput>, 'action' | 'due' | 'seen'>> & {
  dueOn?: string | null | undefined
}

/**
 * Changes whatever a form says of an item. What somebody else has changed since the form showed it is not overwritten, and the
 * person learns who was faster.
 */
export const reviseAction = verb({
  name: 'change-action',
  input: changeInput,
  right: 'respond',
  async change({ world, tx, now, caller, incident }, { action, seen, due: dueOn, ...wanted }) {
    const item = await actionIn(tx, incident, action)
    if (seen !== undefined && seen !== item.revision) throw changedMeanwhile(item)
    if (dueOn && dueOn !== item.dueOn) mustBeAhead(dueOn, now, world.settings().timezone, 'due')
    if (wanted.state === 'waived' && item.state !== 'waived' && !wanted.reason) {
      throw new Refusal('action-reason', {}, 'reason')
    }
    const done = await change(tx, item, { ...wanted, dueOn }, doerOf(caller), now)
    if (done.facts.length === 0) throw new Refusal('nothing-changed', {}, 'title')
    return done
  },
})

const changedMeanwhile = ({ n, changedBy }: ActionItem): Refusal =>
  changedBy
    ? new Refusal('action-changed-by', { n: String(n), user: changedBy })
    : new Refusal('action-changed', { n: String(n) })

/** Marks an action item as done. A second person who says so learns that it is done already. */
export const finishAction = verb({
  name: 'done-action',
  input: finishInput,
  right: 'respond',
  async change({ tx, now, caller, incident }, { action }) {
    return change(tx, await openActionIn(tx, incident, action), { state: 'done' }, doerOf(caller), now)
  },
})

/** It is left undone, and why. */
export const waiveAction = verb({
  name: 'waive-action',
  input: waiveInput,
  right: 'respond',
  async change({ tx, now, caller, incident }, { action, reason }) {
    const item = await openActionIn(tx, incident, action)
    return change(tx, item, { state: 'waived', reason }, doerOf(caller), now)
  },
})

/** It gets another day, and why. */
export const moveAction = verb({
  name: 'move-action',
  input: moveInput,
  right: 'respond',
  async change({ tx, now, caller, incident }, { action, due: dueOn, reason }) {
    const item = await openActionIn(tx, incident, action)
    if (item.dueOn === dueOn) throw new Refusal('nothing-changed', {}, 'due')
    return change(tx, item, { dueOn, reason }, doerOf(caller), now)
  },
})

/** Changes an item that is held as far as something of it becomes different. */
async function change(
  tx: Tx,
  item: ActionItem,
  wanted: Wanted,
  by: string | null,
  now: Date,
): Promise<Change<undefined> | Unchanged<undefined>> {
  const { change: columns, facts } = changed(item, wanted, by, now)
  const [first, ...rest] = facts
  if (!first) return unchanged(undefined)
  await changeAction(tx, item.id, columns, { by })
  return { facts: [first, ...rest], result: undefined }
}

const plainFields = ['owner', 'dueOn', 'kind', 'size'] as const

/** What of an item becomes different, and the facts that tell of it. Titles stand in the item alone, so that a deletion reaches them. */
export function changed(
  item: ActionItem,
  wanted: Wanted,
  by: string | null,
  now: Date,
): { change: ActionChange; facts: NewFact[] } {
  const subject = incidentSubject(item.incidentId)
  const { id, n } = item
  const reason = wanted.reason ?? null
  const change: ActionChange = {}
  const changes: { field: string; from: string | null; to: string | null }[] = []
  if (wanted.title !== undefined && wanted.title !== item.title) {
    Object.assign(change, { title: wanted.title, titled: true })
    changes.push({ field: 'title', from: null, to: null })
  }
  for (const field of plainFields) {
    const to = wanted[field]
    if (to === undefined || to === item[field]) continue
    Object.assign(change, { [field]: to })
    changes.push({ field, from: item[field], to })
  }
  const facts: NewFact[] = []
  const owner = change.owner === undefined ? item.owner : change.owner
  const dueOn = change.dueOn === undefined ? item.dueOn : change.dueOn
  if (changes.length > 0) {
    facts.push({ subject, type: 'actions.changed', data: { id, n, owner, dueOn, changes, reason } })
  }
  const { state } = wanted
  if (state !== undefined && state !== item.state) {
    const isClosed = state !== 'open'
    Object.assign(change, {
      state,
      reason: state === 'waived' ? reason : null,
      closedAt: isClosed ? now : null,
      closedBy: isClosed ? by : null,
    })
    if (state === 'done') facts.push({ subject, type: 'actions.done', data: { id, n, owner } })
    else if (state === 'waived') {
      facts.push({ subject, type: 'actions.waived', data: { id, n, owner, reason } })
    } else facts.push({ subject, type: 'actions.reopened', data: { id, n, owner, dueOn } })
  }
  return { change, facts }
}

/** What another place says of an item, such as its issue on GitHub: taken over as far as it differs. */
export async function takeOver(world: World, actor: Actor, actionId: string, wanted: Wanted): Promise<void> {
  const by = actor.kind === 'person' ? actor.id : null
  await commit(world, actor, async (tx, now) => change(tx, await holdAction(tx, actionId), wanted, by, now))
}
