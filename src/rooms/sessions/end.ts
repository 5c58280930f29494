import { commit, Refusal, type World } from '../facts/index.ts'
import { type Asking, administers } from '../tokens/index.ts'
import { dropSession, sessionById } from './store.ts'

/** Signs a browser out, at once: its owner any of their own, who administers the bot any at all. For others it is not there. */
export async function endSession(world: World, asking: Asking, id: string): Promise<void> {
  await commit(world, asking.actor, async (tx) => {
    const session = await sessionById(tx, id)
    const isTheirs = asking.actor.kind === 'person' && !asking.bounds && session?.userId === asking.actor.id
    const may = isTheirs || (await administers(world, tx, asking))
    if (!session || !may || !(await dropSession(tx, id))) throw new Refusal('session-unknown')
    const data = { user: session.userId }
    return { facts: [{ subject: `session:${id}`, type: 'sessions.ended', data }], result: undefined }
  })
}
