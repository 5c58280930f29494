import type { Context, Hono } from 'hono'
import type { World } from '../facts/index.ts'
import { draftOf } from '../postmortem/index.ts'
import type { Voice } from '../situation/index.ts'
import { lookingFor } from './acting.ts'
import { oneQuery } from './api.ts'
import { detailFor } from './detail.ts'
import { ApiFailure } from './failure.ts'
import { oneIncident } from './look.ts'
import { noteRead } from './noting.ts'
import { localeFor, queryOf } from './request.ts'

/** What the page of an incident shows: how it stands, and its postmortem as the record has it now. */
export function detailRoutes(api: Hono, world: World): void {
  const voiceFor = (c: Context): Voice => {
    const settings = world.settings()
    return { settings, locale: localeFor(c, settings.language) }
  }

  api.get('/incidents/:id/detail', async (c) => {
    const { actor } = oneQuery.parse(queryOf(c))
    const looker = await lookingFor(world, c, actor)
    const detail = await detailFor(world, c.req.param('id'), looker, voiceFor(c))
    if (!detail) throw new ApiFailure('not-found', 404)
    await noteRead(world, c, looker, [detail.incident])
    return c.json(detail)
  })

  api.get('/incidents/:id/postmortem', async (c) => {
    const { actor } = oneQuery.parse(queryOf(c))
    const looker = await lookingFor(world, c, actor)
    const id = c.req.param('id')
    const incident = await oneIncident(world.db.read, id, looker)
    const draft = incident && (await draftOf(world, id))
    if (!draft) throw new ApiFailure('not-found', 404)
    await noteRead(world, c, looker, [incident], 'postmortem')
    const { title, markdown, gaps } = draft
    if (/\btext\/markdown\b/.test(c.req.header('accept') ?? ''))
      return c.body(markdown, 200, { 'content-type': 'text/markdown; charset=utf-8' })
    return c.json({ title, markdown, missing: gaps.length })
  })
}
