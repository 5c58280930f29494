import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import type { OwnAddress } from '../../kit/own-address.ts'
import { type Bounds, higher } from '../access/index.ts'
import type { Through, World } from '../facts/index.ts'
import { cookieIn, cookiesOf, isOwnPage, seatedBy } from '../sessions/index.ts'
import { type Bearer, bearerOf, sharedNamesPeople } from '../tokens/index.ts'
import { ApiFailure } from './failure.ts'
import { limiting } from './limiting.ts'

/**
 * Who makes a call: by a token, or at a browser that is signed in, whose person may all that they may. `naming`: what is allowed where
 * it names a person. `isShared`: it is the one token of the environment, as 0.3 knew it.
 */
export type ApiBearer = {
  through: Through
  person: string | null
  bounds: Bounds | undefined
  naming: Bounds | undefined
  mayNamePeople: boolean
  isShared: boolean
  /** It is a screen on the wall, which asks for what is open now alone. */
  isDisplay: boolean
}

/** By what those that come through the same door are counted together, and told from others. */
export const doorOf = (through: Through): string => ('token' in through ? through.token : through.session)

/** The name of the agent that bears the shared token. */
export const sharedName = 'api'

const bearers = new WeakMap<Context, ApiBearer>()
const looks = new WeakMap<Context, () => Promise<ApiBearer | undefined>>()

/**
 * Where calls come from: the token of the environment, and the address under which browsers know the bot. And how many may look at once.
 */
export type Gates = { shared: string | undefined; address: OwnAddress; looksAtOnce: number }

/** Lets those in who send a token that holds now, one that people made or the shared one; and browsers that are signed in. */
export function mustBear(world: World, { shared, address }: Pick<Gates, 'shared' | 'address'>): MiddlewareHandler {
  const mustBeWithinLimits = limiting(world)
  const isShared = shared === undefined ? () => false : sameAs(shared)
  return async (c, next) => {
    const header = c.req.header('authorization')
    const look = () => (header === undefined ? browserBearer(world, c, address) : tokenBearer(header))
    const bearer = await look()
    if (!bearer) {
      c.header('www-authenticate', 'Bearer')
      throw new ApiFailure('unauthorized', 401)
    }
    if (bearer.isDisplay && !isForDisplays(c)) throw new ApiFailure('display-only', 403)
    mustBeWithinLimits(doorOf(bearer.through), c.req.method)
    bearers.set(c, bearer)
    looks.set(c, look)
    await next()
  }

  async function tokenBearer(header: string): Promise<ApiBearer | undefined> {
    const secret = /^Bearer +(\S+)$/i.exec(header)?.[1] ?? ''
    return isShared(secret) ? sharedBearer(world) : ours(await bearerOf(world, secret))
  }
}

/** Who sits at a browser that is signed in. What changes something must come from a page of ours: cookies travel with other pages' requests. */
async function browserBearer(world: World, c: Context, address: OwnAddress): Promise<ApiBearer | undefined> {
  const at = address.seenBy(c.req.header('host'))
  const secret = at && cookieIn(c.req.header('cookie'), cookiesOf(at).session)
  const session = secret ? await seatedBy(world, secret) : undefined
  if (at && !session) return displayBearer(world, cookieIn(c.req.header('cookie'), cookiesOf(at).display))
  if (!at || !session) return undefined
  const isLook = c.req.method === 'GET' || c.req.method === 'HEAD'
  const said = { site: c.req.header('sec-fetch-site'), origin: c.req.header('origin') }
  if (!isLook && !isOwnPage(said, at)) throw new ApiFailure('origin-foreign', 403)
  return {
    through: { session: session.id },
    person: session.userId,
    bounds: undefined,
    naming: undefined,
    mayNamePeople: false,
    isShared: false,
    isDisplay: false,
  }
}

/** A screen on the wall: no other token is taken from a cookie. */
async function displayBearer(world: World, secret: string | undefined): Promise<ApiBearer | undefined> {
  const bearer = secret === undefined ? undefined : await bearerOf(world, secret)
  return bearer?.isDisplay ? ours(bearer) : undefined
}

/** What a screen on the wall asks for. */
const isForDisplays = (c: Context): boolean =>
  c.req.method === 'GET' && /^\/api\/v1\/(me|board|catalog|events)$/.test(c.req.path)

/** Who makes a call that was let in. */
export function bearerIn(c: Context): ApiBearer {
  const bearer = bearers.get(c)
  if (!bearer) throw new Error('Nobody was asked for a token')
  return bearer
}

/** Who makes a call that goes on, as they are by now; undefined where they would no longer be let in. */
export async function stillBears(c: Context): Promise<ApiBearer | undefined> {
  return looks.get(c)?.()
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
    isDisplay: false,
  }
}

/** Compares in a time that says nothing about how much is right. */
function sameAs(token: string): (given: string) => boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const right = digest(token)
  return (given) => timingSafeEqual(digest(given), right)
}
