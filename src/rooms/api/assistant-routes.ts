import type { Context, Hono } from 'hono'
import type { Locale } from '../../kit/i18n/index.ts'
import { type Looker, mayRead } from '../access/index.ts'
import { catchUpSince, draftsOf, lookedAt, noteLook, readableMaterial, summaryOf } from '../assistant/index.ts'
import { Refusal, type World } from '../facts/index.ts'
import { lookingFor } from './acting.ts'
import {
  type CatchUpAnswer,
  catchUpQuery,
  draftsQuery,
  lookBody,
  type SummaryAnswer,
  summaryQuery,
} from './assistant-shapes.ts'
import { jsonOf, localeFor, queryOf } from './request.ts'
import { draftsAnswerOf, statementOf } from './statements.ts'

/** Three sentences say how it stands, in whatever is told. */
const first = 3

/** What the assistant makes of an incident, for whoever may know of it. */
export function assistantRoutes(api: Hono, world: World): void {
  const languageOf = (c: Context, language: Locale | undefined) => language ?? localeFor(c, world.settings().language)
  /** Who asks for the head alone learns whether it is there: no model is asked for words that nobody reads, and none are kept. */
  const headOf = async (c: Context, looker: Looker) => {
    await readableMaterial(world, c.req.param('id') ?? '', looker)
    return c.body(null, 200, { 'content-type': 'application/json' })
  }

  api.get('/incidents/:id/summary', async (c) => {
    const { actor, length, language } = summaryQuery.parse(queryOf(c))
    const looker = await lookingFor(world, c, actor)
    if (c.req.method === 'HEAD') return headOf(c, looker)
    const { summary, madeAt, by } = await summaryOf(world, c.req.param('id'), looker, languageOf(c, language))
    const wants = (one: typeof length) => length === undefined || length === one
    const answer: SummaryAnswer = {
      ...(wants('line') ? { line: statementOf(summary.line) } : {}),
      ...(wants('three') ? { three: summary.three.map(statementOf) } : {}),
      ...(wants('whole') ? { whole: summary.whole.map(statementOf) } : {}),
      made_at: madeAt.toISOString(),
      made_by: by,
    }
    return c.json(answer)
  })

  api.get('/incidents/:id/catch-up', async (c) => {
    const { actor, since, language } = catchUpQuery.parse(queryOf(c))
    const looker = await lookingFor(world, c, actor)
    if (c.req.method === 'HEAD') return headOf(c, looker)
    const id = c.req.param('id')
    const from = since ? new Date(since) : looker?.userId ? await lookedAt(world.db.read, id, looker.userId) : null
    const { statements, by } = await catchUpSince(world, id, looker, languageOf(c, language), from)
    const answer: CatchUpAnswer = {
      since: from?.toISOString() ?? null,
      three: statements.slice(0, first).map(statementOf),
      rest: statements.slice(first).map(statementOf),
      made_by: by,
    }
    return c.json(answer)
  })

  api.get('/incidents/:id/drafts', async (c) => {
    const { actor, language } = draftsQuery.parse(queryOf(c))
    const looker = await lookingFor(world, c, actor)
    if (c.req.method === 'HEAD') return headOf(c, looker)
    const drafts = await draftsOf(world, c.req.param('id'), looker, languageOf(c, language))
    return c.json(draftsAnswerOf(drafts))
  })

  api.post('/incidents/:id/catch-up', async (c) => {
    const looker = await lookingFor(world, c, lookBody.parse(await jsonOf(c)).actor)
    const id = c.req.param('id')
    if (!(await mayRead(world.db.read, id, looker))) throw new Refusal('incident-unknown')
    if (!looker?.userId) throw new Refusal('person-needed', {}, 'actor')
    await noteLook(world, id, looker.userId)
    return c.body(null, 204)
  })
}
