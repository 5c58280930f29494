import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { hungUp } from '../../kit/hung-up.ts'
import { Malformed } from '../../kit/lenient.ts'
import { failureWords } from '../commands/index.ts'
import { Refusal, type World } from '../facts/index.ts'
import { acting, lookingFor } from './acting.ts'
import { alikeRoutes } from './alike-routes.ts'
import { declareBody, oneQuery } from './api.ts'
import { assistantRoutes } from './assistant-routes.ts'
import { type Gates, mustBear } from './bearer.ts'
import { changeRoutes } from './change-routes.ts'
import { commandRoutes } from './command-routes.ts'
import { declareByCall } from './declare-by-call.ts'
import { detailRoutes } from './detail-routes.ts'
import { exportRoutes } from './export-routes.ts'
import { ApiFailure } from './failure.ts'
import { galleryRoutes } from './gallery-routes.ts'
import { ledgerRoutes } from './ledger-routes.ts'
import { listQuery } from './list-query.ts'
import { incidentsPage, oneIncident } from './look.ts'
import { noteRead } from './noting.ts'
import { type Now, nowRoutes } from './now-routes.ts'
import { keyedBy } from './once.ts'
import { openapi } from './openapi/index.ts'
import { type Problem, problemOf, problemType } from './problem.ts'
import { discard, jsonOf, localeFor, queryOf } from './request.ts'
import { searchRoutes } from './search-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { settingsRoutes } from './settings-routes.ts'
import { shedding } from './shedding.ts'
import { texts } from './texts.ts'
import { timelineRoutes } from './timeline-routes.ts'
import { tokenRoutes } from './token-routes.ts'
import { verbRoutes } from './verb-routes.ts'
import { viewRoutes } from './view-routes.ts'

const mostBytes = 64 * 1024

/** What verbs say of things that are not there. */
const unknown: ReadonlySet<string> = new Set([
  'incident-unknown',
  'entry-unknown',
  'change-unknown',
  'token-unknown',
  'session-unknown',
  'view-unknown',
])

/** What was sent is at odds with what somebody else has done. */
const crossed: ReadonlySet<string> = new Set(['changed-meanwhile'])

/** What somebody else might be allowed. */
const forbidden: ReadonlySet<string> = new Set(['not-allowed', 'person-needed'])

/**
 * The HTTP API, `/api/v1/…`, for those who send a token that people made, or the one of the environment, and for browsers that are
 * signed in. Every answer is JSON; a failure has a code and words.
 */
export function createApi(world: World, gates: Gates, now: Now): Hono {
  const api = new Hono().basePath('/api/v1')

  api.use('*', async (c, next) => {
    c.header('cache-control', 'no-store')
    // Whoever shows how long something lasts counts from the bot's time, not from a clock that may be wrong.
    c.header('x-sssbot-now', world.clock.now().toISOString())
    await next()
  })
  api.use('*', shedding(gates.looksAtOnce))
  api.use('*', mustBear(world, gates))
  const tooLarge = async (c: Context) => {
    // Whoever hangs up in between is told nothing.
    await discard(c).catch(() => {})
    return raise(new ApiFailure('body-too-large', 413))
  }
  api.use('*', bodyLimit({ maxSize: mostBytes, onError: tooLarge }))

  api.use('*', async (c, next) => {
    if (decodedPath(c.req.path).includes('\0')) throw new ApiFailure('not-found', 404)
    await next()
  })

  api.get('/openapi.json', (c) => c.json(openapi()))

  api.post('/incidents', async (c) => {
    const given = declareBody.parse(await jsonOf(c))
    const { actor, ...body } = given
    const by = await acting(world, c, actor)
    const { isNew, incident } = await declareByCall(world, by, given, keyedBy(c, by.key, body))
    return c.json(incident, isNew ? 201 : 200)
  })

  api.get('/incidents', async (c) => {
    const query = listQuery.parse(queryOf(c))
    return c.json(await incidentsPage(world, await lookingFor(world, c, query.actor), query))
  })

  exportRoutes(api, world)

  api.get('/incidents/:id', async (c) => {
    const { actor } = oneQuery.parse(queryOf(c))
    const looker = await lookingFor(world, c, actor)
    const incident = await oneIncident(world.db.read, c.req.param('id'), looker)
    if (!incident) throw new ApiFailure('not-found', 404)
    await noteRead(world, c, looker, [incident])
    return c.json(incident)
  })

  searchRoutes(api, world)
  alikeRoutes(api, world)
  detailRoutes(api, world)
  timelineRoutes(api, world)
  ledgerRoutes(api, world)
  assistantRoutes(api, world)
  verbRoutes(api, world)
  commandRoutes(api, world)
  changeRoutes(api, world)
  tokenRoutes(api, world)
  viewRoutes(api, world)
  sessionRoutes(api, world, now.places)
  nowRoutes(api, world, now)
  settingsRoutes(api, world, () => now.refusedSettings())
  galleryRoutes(api, world, now.gallery)

  api.all('*', () => raise(new ApiFailure('not-found', 404)))

  api.onError((error, c) => {
    const voice = { settings: world.settings(), locale: localeFor(c, world.settings().language) }
    const t = texts.in(voice.locale)
    const answer = (problem: Problem) =>
      c.json(problemOf(problem, voice.locale), problem.status, { 'Content-Type': problemType })
    if (error instanceof ApiFailure) {
      const { code, status, field, waitMs } = error
      const seconds = Math.ceil((waitMs ?? 0) / 1000)
      if (waitMs !== undefined) c.header('retry-after', String(seconds))
      return answer({ code, status, field, detail: t(code, { field: field ?? '', seconds }) })
    }
    if (error instanceof Refusal) {
      const status = statusOf(error)
      const detail = failureWords(world, error, voice, 'click')
      return answer({ code: error.code, status, field: error.field, detail })
    }
    if (error instanceof z.ZodError) {
      const field = error.issues[0]?.path.join('.') || unknownKey(error)
      return answer({ code: 'invalid', status: 400, field, detail: t('invalid', { field }) })
    }
    if (error instanceof Malformed) return answer({ code: 'invalid', status: 400, detail: t('invalid', { field: '' }) })
    if (hungUp(error)) world.log.debug('Who called the API hung up')
    else world.log.error({ err: error }, 'A call to the API failed')
    // A look changes nothing: it is asked for again, without a key.
    const isLook = c.req.method === 'GET' || c.req.method === 'HEAD'
    return answer({ code: 'internal', status: 500, detail: t(isLook ? 'internal.look' : 'internal') })
  })

  return api
}

function statusOf({ code }: Refusal): 403 | 404 | 409 | 422 {
  if (unknown.has(code)) return 404
  if (forbidden.has(code)) return 403
  return crossed.has(code) ? 409 : 422
}

/** What cannot be decoded stands for itself, as in the router. */
function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function raise(failure: ApiFailure): never {
  throw failure
}

const unknownKey = (error: z.ZodError): string => {
  const [issue] = error.issues
  return issue?.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : ''
}
