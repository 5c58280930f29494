import { hasRight } from '../access/index.ts'
import { commit, Refusal, type World } from '../facts/index.ts'
import { type Caller, personOf } from '../incident/index.ts'
import { addView, viewsFor } from './store.ts'
import { mostViews, type SavedView, type ViewInput } from './view.ts'

/** Keeps what somebody looks for. For everybody saves who responds. */
export async function saveView(world: World, caller: Caller, { name, query, shared }: ViewInput): Promise<SavedView> {
  const userId = personOf(caller)
  return commit<SavedView>(world, caller.actor, async (tx, now) => {
    if (shared && !(await hasRight(tx, world.settings(), userId, 'respond')))
      throw new Refusal('not-allowed', {}, 'shared')
    const own = (await viewsFor(tx, userId)).filter((each) => each.userId === userId)
    if (own.length >= mostViews) throw new Refusal('views-full', { most: String(mostViews) }, 'name')
    // Two under one name could not be told apart.
    if (own.some((each) => each.name === name)) throw new Refusal('view-name-taken', { name }, 'name')
    const plain = new URLSearchParams(query.replace(/^\?/, '')).toString()
    const view = { id: world.ids.next('viw'), userId, name, query: plain, isShared: shared }
    await addView(tx, view, now)
    return { facts: [{ subject: `view:${view.id}`, type: 'views.saved', data: { name, shared } }], result: view }
  })
}
