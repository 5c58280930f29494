import type { Hono } from 'hono'
import { stream } from 'hono/streaming'
import type { World } from '../facts/index.ts'
import { type Core, cursorOf, listPage } from '../reading/index.ts'
import { handlerOf } from '../situation/index.ts'
import { acting, lookingFor } from './acting.ts'
import { oneQuery } from './api.ts'
import { csvHead, csvLine } from './csv.ts'
import { catalogOf, exportQuery } from './export-shapes.ts'
import { answerOf, chosenBy, peopleIn } from './look.ts'
import { noteRead } from './noting.ts'
import { queryOf } from './request.ts'

/** How many are read at once. */
const pageSize = 200

/** All that is looked for, as a file; and what things are called. */
export function exportRoutes(api: Hono, world: World): void {
  api.get('/catalog', async (c) => {
    await acting(world, c, oneQuery.parse(queryOf(c)).actor)
    return c.json(catalogOf(world.settings()))
  })

  api.get('/export', async (c) => {
    const { format, ...query } = exportQuery.parse(queryOf(c))
    const looker = await lookingFor(world, c, query.actor)
    const { read } = world.db
    const { wanted, order } = await chosenBy(world, { ...query, limit: pageSize, cursor: undefined })
    const isCsv = format === 'csv'
    c.header('content-type', isCsv ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8')
    c.header('content-disposition', `attachment; filename="incidents.${format}"`)
    c.header('x-content-type-options', 'nosniff')
    // Nobody would read its body.
    if (c.req.method === 'HEAD') return c.body(null)
    return stream(c, async (out) => {
      let isFirst = true
      const people: Record<string, string> = {}
      /** The same few people declare and lead: each is looked up once. */
      const learnNames = async (cores: readonly Core[]) => {
        const isUnknown = (core: Core) =>
          [core.incident.declaredBy, handlerOf(core)].some((id) => id && !(id in people))
        Object.assign(people, await peopleIn(read, cores.filter(isUnknown)))
      }
      const lineOf = (core: Core) => {
        if (isCsv) return csvLine(core, people)
        const comma = isFirst ? '' : ',\n'
        isFirst = false
        return comma + JSON.stringify(answerOf(core))
      }
      await out.write(isCsv ? csvHead : '[')
      for (let after: string | null | undefined; wanted && after !== null && !out.aborted; ) {
        const { cores, next } = await listPage(read, looker, wanted, {
          after: after ? cursorOf(after) : undefined,
          limit: pageSize,
          order,
        })
        await noteRead(
          world,
          c,
          looker,
          cores.map(({ incident }) => incident),
          'export',
        )
        if (isCsv) await learnNames(cores)
        await out.write(cores.map((core) => lineOf(core)).join(''))
        after = next
      }
      if (!isCsv) await out.write(']\n')
    })
  })
}
