import type { Hono } from 'hono'
import { namesOf } from '../directory/index.ts'
import type { World } from '../facts/index.ts'
import { administers, makeToken, mayOwn, revokeToken, tokenById, tokenInput, tokensSeenBy } from '../tokens/index.ts'
import { acting } from './acting.ts'
import { actorName } from './api.ts'
import { ApiFailure } from './failure.ts'
import { keepMade, keyedBy, madeBefore } from './once.ts'
import { jsonOf, queryOf } from './request.ts'
import { tokenAnswerOf, tokenQuery } from './token-shapes.ts'

/** What a token is made from, beside itself. */
export const tokenBody = tokenInput.extend({ actor: actorName.optional() })

/** The tokens of this API: all of them for who administers the bot, their own for everybody else. */
export function tokenRoutes(api: Hono, world: World): void {
  api.get('/tokens', async (c) => {
    const { actor } = tokenQuery.parse(queryOf(c))
    const { caller, person } = await acting(world, c, actor)
    const { read } = world.db
    const tokens = await tokensSeenBy(world, caller)
    const names = await namesOf(
      read,
      tokens.flatMap(({ userId, madeBy }) => [userId ?? '', madeBy]),
    )
    const services = Object.keys(world.settings().services)
    const may = { administer: await administers(world, read, caller), own: await mayOwn(world, person?.id), services }
    return c.json({ tokens: tokens.map(tokenAnswerOf), people: Object.fromEntries(names), may })
  })

  api.post('/tokens', async (c) => {
    const { actor, ...input } = tokenBody.parse(await jsonOf(c))
    const { caller, key } = await acting(world, c, actor)
    const call = keyedBy(c, key, input)
    const { id, secret } = await makeToken(world, caller, input, {
      earlier: (tx, now) => madeBefore(tx, call, now),
      keep: (tx, made) => keepMade(tx, call, made),
    })
    const token = await tokenById(world.db.read, id)
    // Made under this key before, and revoked since.
    if (!token) throw new ApiFailure('not-found', 404)
    return c.json({ ...tokenAnswerOf(token), token: secret }, secret ? 201 : 200)
  })

  api.delete('/tokens/:token', async (c) => {
    const { actor } = tokenQuery.parse(queryOf(c))
    await revokeToken(world, (await acting(world, c, actor)).caller, c.req.param('token'))
    return c.body(null, 204)
  })
}
