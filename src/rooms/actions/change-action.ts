import { incidentSubject } from '../channel/index.ts'
import { type Actor, commit, type NewFact, person, Refusal, unchanged, type World } from '../facts/index.ts'
import { type ActionItem, type ChangeInput, changeInput, moveInput, waiveInput } from './action.ts'
import { holdAction, holdOpenAction } from './hold-action.ts'
import { type ActionChange, changeAction } from './store.ts'
import { refuseOutsider } from './whom.ts'

type Change = ReturnType<typeof changeInput.parse>

/**
 * Changes whatever a form says of an item. `seen` is the revision that the form showed: what somebody else has changed since is
 * not overwritten, and the person is told who it was.
 */
export async function reviseAction(
  world: World,
  by: string,
  actionId: string,
  input: ChangeInput,
  seen?: number,
): Promise<void> {
  const wanted = changeInput.parse(input)
  await commit(world, person(by), async (tx, now) => {
    const item = await holdAction(tx, actionId)
    if (seen !== undefined && seen !== item.revision) throw changedMeanwhile(item)
    if (wanted.owner !== item.owner) await refuseOutsider(tx, item.incidentId, wanted.owner)
    if (wanted.state === 'waived' && item.state !== 'waived' && !wanted.reason) {
      throw new Refusal('action-reason', {}, 'reason')
    }
    const { change, facts } = changed(item, wanted, by, now)
    const [first, ...rest] = facts
    if (!first) throw new Refusal('nothing-changed', {}, 'title')
    await changeAction(tx, item.id, change, { by })
    return { facts: [first, ...rest], result: undefined }
  })
}

const changedMeanwhile = ({ n, changedBy }: ActionItem): Refusal =>
  changedBy
    ? new Refusal('action-changed-by', { n: String(n), user: changedBy })
    : new Refusal('action-changed', { n: String(n) })

/** It is done. The second to say so is told that it is already. */
export async function finishAction(world: World, by: string, actionId: string): Promise<void> {
  await close(world, by, actionId, { state: 'done', reason: null })
}

/** It is left undone, and why. */
export async function waiveAction(
  world: World,
  by: string,
  actionId: string,
  input: { reason: string },
): Promise<void> {
  const { reason } = waiveInput.parse(input)
  await close(world, by, actionId, { state: 'waived', reason })
}

/** It gets another day, and why. */
export async function moveAction(
  world: World,
  by: string,
  actionId: string,
  input: { dueOn: string; reason: string },
): Promise<void> {
  const { dueOn, reason } = moveInput.parse(input)
  await commit(world, person(by), async (tx, now) => {
    const item = await holdOpenAction(tx, actionId)
    if (item.dueOn === dueOn) throw new Refusal('nothing-changed', {}, 'due')
    const { change, facts } = changed(item, { dueOn, reason }, by, now)
    const [first, ...rest] = facts
    if (!first) return unchanged(undefined)
    await changeAction(tx, item.id, change, { by })
    return { facts: [first, ...rest], result: undefined }
  })
}

async function close(
  world: World,
  by: string,
  actionId: string,
  { state, reason }: { state: 'done' | 'waived'; reason: string | null },
): Promise<void> {
  await commit(world, person(by), async (tx, now) => {
    const item = await holdOpenAction(tx, actionId)
    const { change, facts } = changed(item, { state, reason }, by, now)
    const [first, ...rest] = facts
    if (!first) return unchanged(undefined)
    await changeAction(tx, item.id, change, { by })
    return { facts: [first, ...rest], result: undefined }
  })
}

const plainFields = ['owner', 'dueOn', 'kind', 'size'] as const

/** What of an item becomes different, and the facts that tell of it. Titles stand in the item alone, so that a deletion reaches them. */
export function changed(
  item: ActionItem,
  wanted: Change,
  by: string | null,
  now: Date,
): { change: ActionChange; facts: NewFact[] } {
  const subject = incidentSubject(item.incidentId)
  const { id, n } = item
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
    facts.push({ subject, type: 'actions.changed', data: { id, n, owner, dueOn, changes, reason: wanted.reason } })
  }
  const { state } = wanted
  if (state !== undefined && state !== item.state) {
    const isClosed = state !== 'open'
    Object.assign(change, {
      state,
      reason: state === 'waived' ? wanted.reason : null,
      closedAt: isClosed ? now : null,
      closedBy: isClosed ? by : null,
    })
    if (state === 'done') facts.push({ subject, type: 'actions.done', data: { id, n, owner } })
    else if (state === 'waived') {
      facts.push({ subject, type: 'actions.waived', data: { id, n, owner, reason: wanted.reason } })
    } else facts.push({ subject, type: 'actions.reopened', data: { id, n, owner, dueOn } })
  }
  return { change, facts }
}

/** What another place says of an item, such as its issue on GitHub: taken over as far as it differs. */
export async function takeOver(world: World, actor: Actor, actionId: string, input: ChangeInput): Promise<void> {
  const wanted = changeInput.parse(input)
  const by = actor.kind === 'person' ? actor.id : null
  await commit(world, actor, async (tx, now) => {
    const item = await holdAction(tx, actionId)
    const { change, facts } = changed(item, wanted, by, now)
    const [first, ...rest] = facts
    if (!first) return unchanged(undefined)
    await changeAction(tx, item.id, change, { by })
    return { facts: [first, ...rest], result: undefined }
  })
}
