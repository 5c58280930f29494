import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { type Bounds, higher } from '../access/index.ts'
import type { World } from '../facts/index.ts'
import { type Bearer, bearerOf, sharedNamesPeople } from '../tokens/index.ts'
import { ApiFailure } from './failure.ts'
import { limiting } from './limiting.ts'

/** `naming`: what is allowed where it names a person. `isShared`: it is the one token of the environment, as 0.3 knew it. */
export type ApiBearer = Bearer & { naming: Bounds; isShared: boolean }

/** The name of the agent that bears the shared token. */
export const sharedName = 'api'

const bearers = new WeakMap<Context, ApiBearer>()

/** Lets those in who send a token that holds now: one that people made, or `shared`. */
export function mustBear(world: World, shared: string | undefined): MiddlewareHandler {
  const mustBeWithinLimits = limiting(world)
  const isShared = shared === undefined ? () => false : sameAs(shared)
  return async (c, next) => {
    const secret = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? ''
    const bearer = isShared(secret) ? await sharedBearer(world) : ours(await bearerOf(world, secret))
    if (!bearer) {
      c.header('www-authenticate', 'Bearer')
      throw new ApiFailure('unauthorized', 401)
    }
    mustBeWithinLimits(bearer.through.token, c.req.method)
    bearers.set(c, bearer)
    await next()
  }
}

/** Who makes a call that was let in. */
export function bearerIn(c: Context): ApiBearer {
  const bearer = bearers.get(c)
  if (!bearer) throw new Error('Nobody was asked for a token')
  return bearer
}

const ours = (bearer: Bearer | undefined): ApiBearer | undefined =>
  bearer && { ...bearer, naming: bearer.bounds, isShared: false }

/** For itself it has the right of the settings; in a person's name it does what they may, as it always did, where that is allowed. */
async function sharedBearer(world: World): Promise<ApiBearer> {
  const { right } = world.settings().api
  return {
    through: { token: 'shared', name: sharedName },
    person: null,
    bounds: { rank: right, within: null },
    naming: { rank: higher(right, 'security'), within: null },
    mayNamePeople: await sharedNamesPeople(world.db.read, world.settings()),
    isShared: true,
  }
}

/** Compares in a time that says nothing about how much is right. */
function sameAs(token: string): (given: string) => boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const right = digest(token)
  return (given) => timingSafeEqual(digest(given), right)
}
