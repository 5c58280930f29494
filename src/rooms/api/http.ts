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
import { ApiFailure, type FailureCode } from './failure.ts'
import { listQuery } from './list-query.ts'
import { incidentsPage, oneIncident } from './look.ts'
import { openapi } from './openapi.ts'
import { jsonOf, localeFor, queryOf } from './request.ts'
import { texts } from './texts.ts'
import { timelineRoutes } from './timeline-routes.ts'
import { keyOf, verbRoutes } from './verb-routes.ts'

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
    const key = keyOf(c)
    const body = declareBody.parse(await jsonOf(c))
    const actor = await actorNamed(world.db.read, body.actor)
    const { isNew, incident } = await declareByCall(world, actor, body, key)
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
    if (error instanceof ApiFailure) {
      const message = t(error.code, { field: error.field ?? '' })
      return c.json(failure(error.code, message, error.field), error.status)
    }
    if (error instanceof Refusal) {
      const status = unknown.has(error.code) ? 404 : error.code === 'not-allowed' ? 403 : 422
      return c.json(failure(error.code, failureWords(world, error, voice, 'click'), error.field), status)
    }
    if (error instanceof z.ZodError) {
      const field = error.issues[0]?.path.join('.') || unknownKey(error)
      return c.json(failure('invalid', t('invalid', { field }), field), 400)
    }
    world.log.error({ err: error }, 'A call to the API failed')
    return c.json(failure('internal', t('internal')), 500)
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

const failure = (code: FailureCode | Refusal['code'], message: string, field?: string) => ({
  error: { code, message, ...(field ? { field } : {}) },
})

const unknownKey = (error: z.ZodError): string => {
  const [issue] = error.issues
  return issue?.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : ''
}
