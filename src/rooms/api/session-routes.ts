import type { Context, Hono } from 'hono'
import { localeOf } from '../../kit/i18n/index.ts'
import { hasRight } from '../access/index.ts'
import { namesOf } from '../directory/index.ts'
import type { World } from '../facts/index.ts'
import { endSession, sessionsSeenBy } from '../sessions/index.ts'
import { administers } from '../tokens/index.ts'
import { acting } from './acting.ts'
import { oneQuery } from './api.ts'
import { bearerIn } from './bearer.ts'
import { localeFor, queryOf } from './request.ts'
import { type MeAnswer, sessionAnswerOf } from './session-shapes.ts'

/** Who asks, and the browsers that are signed in: a person's own, and everybody's for who administers the bot. */
export function sessionRoutes(api: Hono, world: World, places: MeAnswer['places']): void {
  api.get('/me', async (c) => c.json({ ...(await meAs(world, c)), places }))

  api.get('/sessions', async (c) => {
    const { actor } = oneQuery.parse(queryOf(c))
    const sessions = await sessionsSeenBy(world, (await acting(world, c, actor)).caller)
    const names = await namesOf(
      world.db.read,
      sessions.map(({ userId }) => userId),
    )
    const { through } = bearerIn(c)
    const own = 'session' in through ? through.session : undefined
    return c.json({
      sessions: sessions.map((each) => sessionAnswerOf(each, names.get(each.userId) ?? each.userId, own)),
    })
  })

  api.delete('/sessions/:session', async (c) => {
    const { actor } = oneQuery.parse(queryOf(c))
    await endSession(world, (await acting(world, c, actor)).caller, c.req.param('session'))
    return c.body(null, 204)
  })
}

async function meAs(world: World, c: Context): Promise<Omit<MeAnswer, 'places'>> {
  const { actor } = oneQuery.parse(queryOf(c))
  const { caller, person } = await acting(world, c, actor)
  const settings = world.settings()
  const has = async (right: 'respond' | 'manage' | 'secure') =>
    person !== undefined && hasRight(world.db.read, settings, person.id, right)
  const [respond, manage, secure, administer] = await Promise.all([
    has('respond'),
    has('manage'),
    has('secure'),
    administers(world, world.db.read, caller),
  ])
  const asked = localeFor(c, settings.language)
  return {
    person: person ? { id: person.id, name: person.name, handle: person.handle } : null,
    locale: person ? localeOf(person.locale ?? undefined, asked) : asked,
    timezone: settings.timezone,
    can: { respond, manage, secure, administer },
  }
}
