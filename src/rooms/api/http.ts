import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { viewerOf } from '../access/index.ts'
import { failureWords } from '../commands/index.ts'
import { Refusal, type World } from '../facts/index.ts'
import { actorNamed } from './actor.ts'
import { declareBody, oneQuery } from './api.ts'
import { declareByCall } from './declare-by-call.ts'
import { ApiFailure } from './failure.ts'
import { listQuery } from './list-query.ts'
import { incidentsPage, oneIncident } from './look.ts'
import { keyedBy } from './once.ts'
import { openapi } from './openapi.ts'
import { type Problem, problemOf, problemType } from './problem.ts'
import { jsonOf, localeFor, queryOf } from './request.ts'
import { texts } from './texts.ts'
import { timelineRoutes } from './timeline-routes.ts'
import { verbRoutes } from './verb-routes.ts'

const mostBytes = 64 * 1024

/** What verbs say of things that are not there. */
const unknown: ReadonlySet<string> = new Set(['incident-unknown', 'entry-unknown'])

/** The HTTP API, `/api/v1/…`, for those who send `token`. Every answer is JSON; a failure has a code and words. */
export function createApi(world: World, token: string): Hono {
  const api = new Hono().basePath('/api/v1')
  const isRight = sameAs(token)

  api.use('*', async (c, next) => {
    c.header('cache-control', 'no-store')
    if (!isRight(/^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '')) {
      c.header('www-authenticate', 'Bearer')
      throw new ApiFailure('unauthorized', 401)
    }
    await next()
  })
  api.use('*', bodyLimit({ maxSize: mostBytes, onError: () => raise(new ApiFailure('body-too-large', 413)) }))

  api.use('*', async (c, next) => {
    if (decodedPath(c.req.path).includes('\0')) throw new ApiFailure('not-found', 404)
    await next()
  })

  api.get('/openapi.json', (c) => c.json(openapi()))

  api.post('/incidents', async (c) => {
    const given = declareBody.parse(await jsonOf(c))
    const { actor: name, ...body } = given
    const actor = await actorNamed(world.db.read, name)
    const { isNew, incident } = await declareByCall(world, actor, given, keyedBy(c, actor.id, body))
    return c.json(incident, isNew ? 201 : 200)
  })

  api.get('/incidents', async (c) => {
    const query = listQuery.parse(queryOf(c))
    return c.json(await incidentsPage(world, await viewerNamed(query.actor), query))
  })

  api.get('/incidents/:id', async (c) => {
    const { actor } = oneQuery.parse(queryOf(c))
    const incident = await oneIncident(world.db.read, c.req.param('id'), await viewerNamed(actor))
    if (!incident) throw new ApiFailure('not-found', 404)
    return c.json(incident)
  })

  timelineRoutes(api, world)
  verbRoutes(api, world)

  api.all('*', () => raise(new ApiFailure('not-found', 404)))

  api.onError((error, c) => {
    const voice = { settings: world.settings(), locale: localeFor(c, world.settings().language) }
    const t = texts.in(voice.locale)
    const answer = (problem: Problem) =>
      c.json(problemOf(problem, voice.locale), problem.status, { 'Content-Type': problemType })
    if (error instanceof ApiFailure) {
      const { code, status, field } = error
      return answer({ code, status, field, detail: t(code, { field: field ?? '' }) })
    }
    if (error instanceof Refusal) {
      const status = unknown.has(error.code) ? 404 : error.code === 'not-allowed' ? 403 : 422
      const detail = failureWords(world, error, voice, 'click')
      return answer({ code: error.code, status, field: error.field, detail })
    }
    if (error instanceof z.ZodError) {
      const field = error.issues[0]?.path.join('.') || unknownKey(error)
      return answer({ code: 'invalid', status: 400, field, detail: t('invalid', { field }) })
    }
    world.log.error({ err: error }, 'A call to the API failed')
    return answer({ code: 'internal', status: 500, detail: t('internal') })
  })

  const viewerNamed = async (actor: string | undefined) =>
    actor ? viewerOf(world.db.read, world.settings(), (await actorNamed(world.db.read, actor)).id) : undefined
  return api
}

/** Compares in a time that says nothing about how much is right. */
function sameAs(token: string): (given: string) => boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const right = digest(token)
  return (given) => timingSafeEqual(digest(given), right)
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
