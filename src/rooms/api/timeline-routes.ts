import type { Context, Hono } from 'hono'
import type { World } from '../facts/index.ts'
import type { Voice } from '../situation/index.ts'
import { acting, lookingFor } from './acting.ts'
import { ApiFailure } from './failure.ts'
import { noteRead } from './noting.ts'
import { keyedBy } from './once.ts'
import { jsonOf, localeFor, queryOf } from './request.ts'
import { editByCall, timelineFor, writeByCall } from './timeline.ts'
import { editBody, noteBody, timelineQuery } from './timeline-shapes.ts'

/** The timeline of an incident: looked at, written onto, and put right. */
export function timelineRoutes(api: Hono, world: World): void {
  const voiceFor = (c: Context): Voice => {
    const settings = world.settings()
    return { settings, locale: localeFor(c, settings.language) }
  }

  api.get('/incidents/:id/timeline', async (c) => {
    const { actor, hidden } = timelineQuery.parse(queryOf(c))
    const looker = await lookingFor(world, c, actor)
    const which = { looker, withHidden: hidden === 'true' }
    const timeline = await timelineFor(world.db.read, c.req.param('id'), which, voiceFor(c))
    if (!timeline) throw new ApiFailure('not-found', 404)
    await noteRead(world, c, looker, [timeline.incident])
    const { entries, people } = timeline
    return c.json({ entries, people })
  })

  api.post('/incidents/:id/timeline', async (c) => {
    const body = noteBody.parse(await jsonOf(c))
    const { actor, ...given } = body
    const by = await acting(world, c, actor)
    const call = keyedBy(c, by.key, given)
    return c.json(await writeByCall(world, { by, call }, c.req.param('id'), given, voiceFor(c)), 201)
  })

  api.patch('/incidents/:id/timeline/:entry', async (c) => {
    const body = editBody.parse(await jsonOf(c))
    const { actor, ...given } = body
    const by = await acting(world, c, actor)
    const { id, entry } = c.req.param()
    const call = keyedBy(c, by.key, given)
    return c.json(await editByCall(world, { by, call }, id, entry, given, voiceFor(c)))
  })
}
