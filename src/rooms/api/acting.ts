import type { Context } from 'hono'
import type { Looker } from '../access/index.ts'
import type { Person } from '../directory/index.ts'
import { agent, person, Refusal, type Through, type World } from '../facts/index.ts'
import { type Caller, lookerOf } from '../incident/index.ts'
import { actorNamed, personById } from './actor.ts'
import { type ApiBearer, bearerIn, doorOf, stillBears } from './bearer.ts'
import { ApiFailure } from './failure.ts'

/** Who acts by a call, and through which token. `key`: whose `Idempotency-Key` it is, so that two callers never share one. */
export type Acting = { caller: Caller; person: Person | undefined; key: string }

/**
 * Who acts by a call: whom it names as `actor`, where the token may name people; otherwise the person whose token it is, or the agent.
 * Throws an `ApiFailure` for a name that may not be named, or that nobody has.
 */
export const acting = (world: World, c: Context, actor: string | undefined): Promise<Acting> =>
  actingBy(world, bearerIn(c), actor)

async function actingBy(world: World, bearer: ApiBearer, actor: string | undefined): Promise<Acting> {
  const { through } = bearer
  const named = actor === undefined ? undefined : await actorNamed(world.db.read, actor, mustBeBorne)
  function mustBeBorne(id: string | undefined) {
    if (!bearer.mayNamePeople && (id === undefined || id !== bearer.person)) {
      throw new ApiFailure('actor-not-allowed', 403, 'actor')
    }
  }
  const who = named ?? (bearer.person ? await personById(world.db.read, bearer.person) : undefined)
  const by = who ? person(who.id, through) : agentBy(through)
  const bounds = named ? bearer.naming : bearer.bounds
  return {
    caller: { actor: by, via: 'api', ...(bounds ? { bounds } : {}) },
    person: who,
    // Callers of 0.3 may repeat what they sent before.
    key: bearer.isShared && who ? who.id : `${doorOf(through)} ${who?.id ?? ''}`,
  }
}

/** A signed-in person who is unknown, or gone, has no rights. */
function agentBy(through: Through) {
  if ('token' in through) return agent(through)
  throw new ApiFailure('unauthorized', 401)
}

/** The same, as one who looks. Where the shared token names nobody, what everybody may know is there. */
export const lookingFor = async (world: World, c: Context, actor: string | undefined) =>
  lookerOf(world, world.db.read, (await acting(world, c, actor)).caller)

/** The same of a call that goes on, as it is by now; `nobody` where it would no longer be let in. */
export async function stillLooking(world: World, c: Context, actor: string | undefined): Promise<Looker | 'nobody'> {
  const bearer = await stillBears(c)
  if (!bearer) return 'nobody'
  return lookerOf(world, world.db.read, (await actingBy(world, bearer, actor)).caller)
}

/** Whom a declaration is by: only a person declares, who is invited and asked. */
export function declarerOf({ person: who }: Acting): Person {
  if (!who) throw new Refusal('person-needed', {}, 'actor')
  return who
}
