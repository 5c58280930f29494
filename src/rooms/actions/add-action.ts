import type { Tx } from '../../kit/db/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { commit, type NewFact, person, unchanged, type World } from '../facts/index.ts'
import { hold } from '../incident/index.ts'
import { type ActionInput, type ActionItem, type ActionSource, actionInput } from './action.ts'
import { actionById, insertAction, type NewAction } from './store.ts'
import { refuseOutsider } from './whom.ts'

/** Where an item was said, or what it was before. */
export type ActionOrigin = { source: ActionSource; channelId?: string; ts?: string; todoId?: string }

/**
 * Writes down what is to be done so that it does not happen again, in whatever status the incident is. Answers the item's id;
 * undefined where its message or its TODO has one already.
 */
export async function addAction(
  world: World,
  by: string,
  incidentId: string,
  input: ActionInput,
  origin: ActionOrigin = { source: 'menu' },
): Promise<string | undefined> {
  const wanted = actionInput.parse(input)
  return commit(world, person(by), async (tx, now) => {
    await hold(tx, incidentId)
    await refuseOutsider(tx, incidentId, wanted.owner)
    const isSaid = origin.ts !== undefined
    const item = await insert(tx, {
      id: world.ids.next('act'),
      incidentId,
      ...wanted,
      titled: !isSaid,
      source: origin.source,
      channelId: origin.channelId ?? null,
      ts: origin.ts ?? null,
      todoId: origin.todoId ?? null,
      addedBy: by,
      addedAt: now,
    })
    if (!item) return unchanged(undefined)
    return { facts: [added(item)], result: item.id }
  })
}

async function insert(tx: Tx, item: NewAction): Promise<ActionItem | undefined> {
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
