import { hasRight } from '../access/index.ts'
import { commit, Refusal, type World } from '../facts/index.ts'
import { type Caller, personOf } from '../incident/index.ts'
import { dropView, viewById } from './store.ts'

/** Removes a view: their own, and what is shared for who manages. Of others there is nothing to say. */
export async function removeView(world: World, caller: Caller, id: string): Promise<void> {
  const userId = personOf(caller)
  await commit(world, caller.actor, async (tx) => {
    const view = await viewById(tx, id)
    const isTheirs = view?.userId === userId
    const may = isTheirs || (view?.isShared && (await hasRight(tx, world.settings(), userId, 'manage')))
    if (!view || !may || !(await dropView(tx, id))) throw new Refusal('view-unknown')
    const { name, isShared: shared } = view
    return { facts: [{ subject: `view:${id}`, type: 'views.removed', data: { name, shared } }], result: undefined }
  })
}
