import type { Hono } from 'hono'
import type { World } from '../facts/index.ts'
import { alikeTo } from '../models/index.ts'
import { lookingFor } from './acting.ts'
import { oneQuery } from './api.ts'
import { ApiFailure } from './failure.ts'
import { oneIncident } from './look.ts'
import { queryOf } from './request.ts'

/** How many are answered. */
const most = 10

/** Earlier incidents that read like one, as a model of the company's sees it. */
export function alikeRoutes(api: Hono, world: World): void {
  api.get('/incidents/:id/alike', async (c) => {
    const { actor } = oneQuery.parse(queryOf(c))
    const looker = await lookingFor(world, c, actor)
    const id = c.req.param('id')
    const { read } = world.db
    if (!(await oneIncident(read, id, looker))) throw new ApiFailure('not-found', 404)
    const alike = await alikeTo(read, world.settings(), looker, id, most)
    const incidents = await Promise.all(
      alike.map(async ({ incidentId, likeness }) => {
        const incident = await oneIncident(read, incidentId, looker)
        return incident ? [{ likeness, incident }] : []
      }),
    )
    return c.json({ incidents: incidents.flat() })
  })
}
