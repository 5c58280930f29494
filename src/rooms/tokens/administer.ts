import type { Reader } from '../../kit/db/index.ts'
import { type Bounds, hasRight, isAdministrator, viewerOf } from '../access/index.ts'
import { type Actor, Refusal, type World } from '../facts/index.ts'
import { liveTokens } from './store.ts'
import type { Token } from './token.ts'

/** Who asks for something to be done with tokens; `bounds` where they ask through one. */
export type Asking = { actor: Actor; bounds?: Bounds }

/** Whether whoever asks administers the bot: a person as they are now, an agent by its token; and a token must be made for that. */
export async function administers(world: World, reader: Reader, { actor, bounds }: Asking): Promise<boolean> {
  if (bounds && (bounds.rank !== 'administrator' || bounds.within)) return false
  if (actor.kind === 'person') return isAdministrator(reader, world.settings(), actor.id)
  return actor.kind === 'agent' && bounds !== undefined
}

/** The tokens that stand and that whoever asks may see: a person their own, who administers the bot all. Refuses whoever is neither. */
export async function tokensSeenBy(world: World, asking: Asking): Promise<Token[]> {
  const { read } = world.db
  const all = await liveTokens(read)
  if (await administers(world, read, asking)) return all
  const { actor, bounds } = asking
  if (actor.kind !== 'person' || bounds) throw new Refusal('not-allowed')
  return all.filter(({ userId }) => userId === actor.id)
}

/** Whether somebody makes tokens for themselves: they respond here, and are no guest. */
export async function mayOwn(world: World, userId: string | undefined): Promise<boolean> {
  if (userId === undefined) return false
  const { read } = world.db
  const settings = world.settings()
  if ((await viewerOf(read, settings, userId)).isConfined) return false
  return hasRight(read, settings, userId, 'respond')
}

/** Refuses whoever does not administer the bot. */
export async function mustAdminister(world: World, reader: Reader, asking: Asking): Promise<void> {
  if (!(await administers(world, reader, asking))) throw new Refusal('not-allowed')
}

/** Whoever asks, as it is kept with a token. */
export function askerOf({ actor }: Asking): string {
  if (actor.kind === 'person') return actor.id
  if (actor.kind === 'agent') return actor.name
  throw new Refusal('not-allowed')
}
