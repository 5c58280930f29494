import type { Context, Hono } from 'hono'
import { hasRight, type Looker, mayRead } from '../access/index.ts'
import { namesOf } from '../directory/index.ts'
import { doerName, type Fact, Refusal, type World } from '../facts/index.ts'
import { type Change, changesOf, maySeeReadings, readingsOf, undo } from '../history/index.ts'
import { situationOf, type Voice } from '../situation/index.ts'
import { acting, lookingFor } from './acting.ts'
import { oneQuery } from './api.ts'
import { type ChangeAnswer, changesQuery, undoBody } from './change-shapes.ts'
import { ApiFailure } from './failure.ts'
import { noteRead } from './noting.ts'
import { jsonOf, localeFor, queryOf } from './request.ts'

/** How many changes a page answers, the newest first. */
const mostReadings = 500

/** The record of changes of an incident: looked at, and taken back; and who read a private one. */
export function changeRoutes(api: Hono, world: World): void {
  const voiceFor = (c: Context): Voice => {
    const settings = world.settings()
    return { settings, locale: localeFor(c, settings.language) }
  }
  const known = async (id: string, looker: Looker) => {
    const { read } = world.db
    const situation = (await mayRead(read, id, looker)) ? await situationOf(read, id) : undefined
    if (!situation) throw new ApiFailure('not-found', 404)
    return situation
  }

  api.get('/incidents/:id/changes', async (c) => {
    const { read } = world.db
    const { actor, cursor, limit } = changesQuery.parse(queryOf(c))
    const looker = await lookingFor(world, c, actor)
    const situation = await known(c.req.param('id'), looker)
    const { changes, next } = await changesOf(read, situation, { before: cursor, limit }, voiceFor(c))
    const userId = looker?.userId
    const respond = userId !== undefined && (await hasRight(read, world.settings(), userId, 'respond'))
    await noteRead(world, c, looker, [situation.incident])
    const names = await namesOf(
      read,
      changes.flatMap(({ fact: { actor: by } }) => (by.kind === 'person' ? [by.id] : [])),
    )
    const { id, summary } = situation.incident
    const readings = await maySeeReadings(world, situation, userId)
    return c.json({
      incident: { id, summary },
      can: { readings },
      next,
      changes: changes.map((each) => answerOf(each, names, respond)),
    })
  })

  api.get('/incidents/:id/readings', async (c) => {
    const { actor } = oneQuery.parse(queryOf(c))
    const looker = await lookingFor(world, c, actor)
    const situation = await known(c.req.param('id'), looker)
    if (!(await maySeeReadings(world, situation, looker?.userId))) throw new Refusal('not-allowed')
    const readings = await readingsOf(world.db.read, situation.incident.id, mostReadings)
    const names = await namesOf(
      world.db.read,
      readings.map(({ userId }) => userId),
    )
    return c.json({
      readings: readings.map(({ userId, what, at, through }) => ({
        who: { id: userId, name: names.get(userId) ?? userId },
        what,
        at: at.toISOString(),
        token: through,
      })),
    })
  })

  api.post('/incidents/:id/changes/:change/undo', async (c) => {
    const { actor } = undoBody.parse(await jsonOf(c))
    const { caller } = await acting(world, c, actor)
    await undo(world, caller, c.req.param('id'), c.req.param('change'), voiceFor(c))
    return c.body(null, 204)
  })
}

function answerOf(change: Change, names: ReadonlyMap<string, string>, respond: boolean): ChangeAnswer {
  const { fact, words, turns, reason, canUndo } = change
  return {
    id: fact.id,
    at: fact.at.toISOString(),
    who: doerName(fact.actor, (id) => names.get(id) ?? id) ?? null,
    ...doorOf(fact),
    type: fact.type,
    words,
    turns: [...turns],
    reason,
    can_undo: canUndo && respond,
  }
}

function doorOf({ actor }: Fact): Pick<ChangeAnswer, 'door' | 'token'> {
  const through = 'through' in actor ? actor.through : undefined
  if (through) return 'token' in through ? { door: 'token', token: through.name } : { door: 'dashboard', token: null }
  return { door: actor.kind === 'person' ? 'slack' : 'bot', token: null }
}
