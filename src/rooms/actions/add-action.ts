import type { Tx } from '../../kit/db/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { commit, type NewFact, person, unchanged, type World } from '../facts/index.ts'
import { doerOf, hold, verb } from '../incident/index.ts'
import type { ActionItem, ActionSource } from './action.ts'
import { addInput } from './inputs.ts'
import { actionById, insertAction, type NewAction } from './store.ts'

/** Writes down what is to be done so that it does not happen again, in whatever status the incident is. Answers the item's id. */
export const addAction = verb({
  name: 'add-action',
  input: addInput,
  right: 'respond',
  async change({ world, tx, now, caller, incident: { id: incidentId } }, { due: dueOn, ...wanted }) {
    const by = { addedBy: doerOf(caller), addedAt: now }
    const item = await insertNew(world, tx, { incidentId, dueOn, ...wanted, ...by })
    return item ? { facts: [added(item)], result: item.id } : unchanged(undefined)
  },
})

/** The same for a message that somebody has marked; nothing where it is an item already. */
export async function addMarked(
  world: World,
  by: string,
  incidentId: string,
  title: string,
  place: { channelId: string; ts: string },
): Promise<void> {
  await commit(world, person(by), async (tx, now) => {
    await hold(tx, incidentId)
    const marked = { incidentId, title, source: 'reaction' as const, addedBy: by, addedAt: now, ...place }
    const item = await insertNew(world, tx, marked)
    return item ? { facts: [added(item)], result: undefined } : unchanged(undefined)
  })
}

type Wanted = {
  incidentId: string
  title: string
  source: ActionSource
  addedBy: string
  addedAt: Date
} & Partial<NewAction>

/** The new item; undefined where its message or its TODO has one already. The caller holds the incident. */
export async function insertNew(world: World, tx: Tx, wanted: Wanted): Promise<ActionItem | undefined> {
  const nothing = { owner: null, dueOn: null, kind: null, size: null, channelId: null, ts: null, todoId: null }
  const titled = wanted.ts === undefined
  const item = { ...nothing, titled, ...wanted, id: world.ids.next('act') }
  return (await insertAction(tx, item)) ? actionById(tx, item.id) : undefined
}

export const added = (item: ActionItem): NewFact => ({
  subject: incidentSubject(item.incidentId),
  type: 'actions.added',
  data: {
    id: item.id,
    n: item.n,
    owner: item.owner,
    dueOn: item.dueOn,
    kind: item.kind,
    size: item.size,
    source: item.source,
    channel: item.channelId,
    ts: item.ts,
  },
})
