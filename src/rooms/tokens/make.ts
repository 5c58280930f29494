import type { Tx } from '../../kit/db/index.ts'
import { learnSecrets } from '../../kit/secrets.ts'
import { hasRight, mayRead, viewerOf } from '../access/index.ts'
import { type Actor, commit, Refusal, unchanged, type World } from '../facts/index.ts'
import { type Asking, askerOf, mustAdminister } from './administer.ts'
import { addToken } from './store.ts'
import { hashOf, secretBegins, shownLength, type Token, type TokenInput } from './token.ts'

/** A call that may be repeated: which token it made before, and where to keep that it did. */
export type Once = { earlier(tx: Tx, now: Date): Promise<string | undefined>; keep(tx: Tx, id: string): Promise<void> }

/** A token that was made, and its secret; null where it was made before. */
export type Made = { id: string; secret: string | null }

/**
 * Makes a token, and answers its secret, which nobody can read again; null where the call is repeated. An agent's is made by who
 * administers the bot. A person's they make for themselves: whoever made it for another could act as them.
 */
export async function makeToken(world: World, asking: Asking, input: TokenInput, once?: Once): Promise<Made> {
  const secret = `${secretBegins}${world.ids.token()}`
  learnSecrets([secret])
  return commit<Made>(world, asking.actor, async (tx, now) => {
    await mustMake(world, tx, asking, input, now)
    const earlier = await once?.earlier(tx, now)
    if (earlier !== undefined) return unchanged({ id: earlier, secret: null })
    const token = tokenOf(world.ids.next('tok'), asking, input, secret, now)
    await addToken(tx, token, hashOf(secret))
    await once?.keep(tx, token.id)
    const { id, name, userId: user, rank: right, mayNamePeople } = token
    const data = { name, user, right, mayNamePeople, expiresAt: token.expiresAt?.toISOString() ?? null }
    return { facts: [{ subject: `token:${id}`, type: 'tokens.made', data }], result: { id, secret } }
  })
}

async function mustMake(world: World, tx: Tx, asking: Asking, input: TokenInput, now: Date): Promise<void> {
  const { actor, bounds } = asking
  const isOwn = input.for === 'me'
  // Through a token only who administers makes others: a stolen one would outlive itself.
  if (!isOwn || bounds) await mustAdminister(world, tx, asking)
  if (isOwn && actor.kind !== 'person') throw new Refusal('person-needed', {}, 'for')
  if (isOwn && !bounds) await mustRespond(world, tx, actor)
  if (isOwn && input.may_name_people) throw new Refusal('token-own', {}, 'may_name_people')
  // A screen is nobody: whatever it shows, whoever passes by reads.
  const asks = input.may_name_people ? 'may_name_people' : isOwn ? 'for' : undefined
  if (input.display && asks) throw new Refusal('token-display', {}, asks)
  const { services } = world.settings()
  if (input.services?.some((key) => !Object.hasOwn(services, key))) throw new Refusal('service-unknown', {}, 'services')
  const looker = actor.kind === 'person' ? await viewerOf(tx, world.settings(), actor.id) : undefined
  for (const id of input.incidents ?? []) {
    if (!(await mayRead(tx, id, looker))) throw new Refusal('incident-unknown', {}, 'incidents')
  }
  if (input.expires_at && new Date(input.expires_at) <= now) throw new Refusal('time-past', {}, 'expires_at')
}

/** Whoever makes a token for themselves responds here, and is no guest. */
async function mustRespond(world: World, tx: Tx, actor: Actor): Promise<void> {
  const settings = world.settings()
  const isResponder =
    actor.kind === 'person' &&
    !(await viewerOf(tx, settings, actor.id)).isConfined &&
    (await hasRight(tx, settings, actor.id, 'respond'))
  if (!isResponder) throw new Refusal('not-allowed')
}

const tokenOf = (id: string, asking: Asking, input: TokenInput, secret: string, now: Date): Token => ({
  id,
  name: input.name,
  prefix: secret.slice(0, shownLength),
  userId: input.for === 'me' ? askerOf(asking) : null,
  rank: input.display ? 'viewer' : input.right,
  scope: { services: input.services ?? null, incidents: input.incidents ?? null },
  mayNamePeople: input.may_name_people,
  isDisplay: input.display,
  madeBy: askerOf(asking),
  madeAt: now,
  expiresAt: input.expires_at ? new Date(input.expires_at) : null,
  usedAt: null,
})
