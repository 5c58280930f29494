import type { Hono } from 'hono'
import type { World } from '../facts/index.ts'
import { messageAt } from '../record/index.ts'
import { find, type Hit, placeOfRef } from '../search/index.ts'
import { lookingFor } from './acting.ts'
import { spanOf } from './list-query.ts'
import { answerOf } from './look.ts'
import { queryOf } from './request.ts'
import { type SearchAnswer, searchQuery } from './search-shapes.ts'

/** Whatever was said and written, found again by who may know of it. */
export function searchRoutes(api: Hono, world: World): void {
  api.get('/search', async (c) => {
    const query = searchQuery.parse(queryOf(c))
    const looker = await lookingFor(world, c, query.actor)
    const { q, service: services, kind: kinds, cursor: behind, limit } = query
    const { read } = world.db
    const question = { q, services, kinds, behind, ...spanOf(query, world.settings()) }
    const { hits, cores, next } = await find(read, looker, question, limit)
    const linkOf = async ({ incidentId, kind, ref }: Hit) => {
      const place = kind === 'message' ? placeOfRef(ref) : undefined
      return (place && (await messageAt(read, incidentId, place))?.permalink) ?? null
    }
    const answer: SearchAnswer = {
      hits: await Promise.all(
        hits.map(async (hit) => ({
          incident: hit.incidentId,
          kind: hit.kind,
          ref: hit.ref,
          at: hit.at.toISOString(),
          marked: hit.marked,
          link: await linkOf(hit),
        })),
      ),
      incidents: Object.fromEntries(cores.map((core) => [core.incident.id, answerOf(core)])),
      next,
      about: next === null && !behind ? hits.length : null,
    }
    return c.json(answer)
  })
}
