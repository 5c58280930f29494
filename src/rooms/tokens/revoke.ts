import { commit, Refusal, type World } from '../facts/index.ts'
import { type Asking, administers, askerOf } from './administer.ts'
import { endToken, tokenById } from './store.ts'

/**
 * Ends a token, at once and for good. Who administers the bot ends any, a person their own, and whoever bears one that one. For others
 * it is not there.
 */
export async function revokeToken(world: World, asking: Asking, id: string): Promise<void> {
  await commit(world, asking.actor, async (tx, now) => {
    const token = await tokenById(tx, id)
    const { actor } = asking
    const through = 'through' in actor ? actor.through : undefined
    const isOwn = through !== undefined && 'token' in through && through.token === id
    const isTheirs = actor.kind === 'person' && !asking.bounds && token?.userId === actor.id
    const may = isOwn || isTheirs || (await administers(world, tx, asking))
    if (!token || !may || !(await endToken(tx, id, askerOf(asking), now))) throw new Refusal('token-unknown')
    const data = { name: token.name, user: token.userId }
    return { facts: [{ subject: `token:${id}`, type: 'tokens.revoked', data }], result: undefined }
  })
}
