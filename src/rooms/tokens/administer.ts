import type { Reader } from '../../kit/db/index.ts'
import { type Bounds, isAdministrator } from '../access/index.ts'
import { type Actor, Refusal, type World } from '../facts/index.ts'

/** Who asks for something to be done with tokens; `bounds` where they ask through one. */
export type Asking = { actor: Actor; bounds?: Bounds }

/** Whether whoever asks administers the bot: a person as they are now, an agent by its token; and a token must be made for that. */
export async function administers(world: World, reader: Reader, { actor, bounds }: Asking): Promise<boolean> {
  if (bounds && (bounds.rank !== 'administrator' || bounds.within)) return false
  if (actor.kind === 'person') return isAdministrator(reader, world.settings(), actor.id)
  return actor.kind === 'agent' && bounds !== undefined
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
