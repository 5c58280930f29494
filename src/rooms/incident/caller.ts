import { agentId } from '../../kit/block-kit/index.ts'
import type { Reader, Tx } from '../../kit/db/index.ts'
import { type Bounds, type Looker, viewerOf } from '../access/index.ts'
import { type Actor, Refusal, type World } from '../facts/index.ts'

/**
 * Who asks for a verb, and through which door. `viewId`: the form that brought it; one that is sent twice has the same. `bounds`: what
 * the token allows through which they ask. `before` looks, with the incident held and before anything is changed, whether it is still as
 * whoever asks had it before their eyes; it throws a `Refusal`.
 */
export type Caller = {
  actor: Actor
  via: 'slack' | 'api'
  viewId?: string
  bounds?: Bounds
  before?(tx: Tx): Promise<void>
}

/** The person who asks. Refuses whoever is none, where only a person can do it. */
export function personOf({ actor }: Caller): string {
  if (actor.kind !== 'person') throw new Refusal('person-needed')
  return actor.id
}

/** Whoever asks, as it is kept beside what they wrote: a person by their id in Slack, an agent by its name. */
export function doerOf({ actor }: Caller): string {
  if (actor.kind === 'person') return actor.id
  if (actor.kind === 'agent') return agentId(actor.name)
  throw new Refusal('person-needed')
}

/** Whoever asks, as one who looks: a person sees what they may know of, an agent what everybody may, both what their token is for. */
export async function lookerOf(
  world: Pick<World, 'settings'>,
  reader: Reader,
  { actor, bounds }: Caller,
): Promise<Looker> {
  const within = bounds?.within ?? null
  if (actor.kind !== 'person') return { within }
  return { ...(await viewerOf(reader, world.settings(), actor.id)), within }
}
