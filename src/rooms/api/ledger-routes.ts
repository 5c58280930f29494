import type { Hono } from 'hono'
import { stream } from 'hono/streaming'
import { acceptedLately } from '../assistant/index.ts'
import type { World } from '../facts/index.ts'
import { lookerOf } from '../incident/index.ts'
import { callsFor, mustReadLedger } from '../models/index.ts'
import { acting } from './acting.ts'
import { acceptedOf, ledgerHead, ledgerLine, ledgerQuery, ledgerRowOf } from './ledger-shapes.ts'
import { queryOf } from './request.ts'

/** How many are read at once for a table. */
const pageSize = 100

/** Everything that was sent to language models, for those who answer for that. */
export function ledgerRoutes(api: Hono, world: World): void {
  api.get('/assistant/ledger', async (c) => {
    const { actor, format, cursor, limit } = ledgerQuery.parse(queryOf(c))
    const { caller } = await acting(world, c, actor)
    const { read } = world.db
    await mustReadLedger(world, read, caller)
    const looker = await lookerOf(world, read, caller)
    if (format === 'json') {
      const [rows, drafts] = await Promise.all([
        callsFor(read, looker, { before: cursor, limit: limit + 1 }),
        acceptedLately(read, looker, world.clock.now()),
      ])
      const shown = rows.slice(0, limit)
      const next = rows.length > limit ? (shown.at(-1)?.id ?? null) : null
      return c.json({ calls: shown.map(ledgerRowOf), next, drafts: drafts.map(acceptedOf) })
    }
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', 'attachment; filename="ledger.csv"')
    c.header('x-content-type-options', 'nosniff')
    // Nobody would read its body, and what writes it would wait for ever.
    if (c.req.method === 'HEAD') return c.body(null)
    return stream(c, async (out) => {
      await out.write(ledgerHead)
      for (let before = cursor; !out.aborted; ) {
        const rows = await callsFor(read, looker, { before, limit: pageSize })
        await out.write(rows.map(ledgerLine).join(''))
        before = rows.at(-1)?.id
        if (rows.length < pageSize) return
      }
    })
  })
}
