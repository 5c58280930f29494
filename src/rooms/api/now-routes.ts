import type { Hono } from 'hono'
import { stream } from 'hono/streaming'
import type { World } from '../facts/index.ts'
import { type Boards, type Feed, type News, waitingFor } from '../now/index.ts'
import type { Problem } from '../settings/index.ts'
import { acting, lookingFor, stillLooking } from './acting.ts'
import { oneQuery } from './api.ts'
import { bearerIn, doorOf } from './bearer.ts'
import { ApiFailure } from './failure.ts'
import type { Gallery } from './gallery-routes.ts'
import { localeFor, queryOf } from './request.ts'

/** What is kept of what is open now, who hears of changes, where Slack's channels are opened, and how the settings fare. */
export type Now = {
  boards: Boards
  feed: Feed
  places: { channel: string }
  /** Why the settings file as it is now was refused. */
  refusedSettings(): readonly Problem[]
  /** How messages and forms look. */
  gallery: Gallery
}

/** What is open now, what waits for whoever asks, and the stream of what changes. */
export function nowRoutes(api: Hono, world: World, { boards, feed }: Now): void {
  const takeStream = countingStreams()

  api.get('/board', async (c) => {
    const { actor } = oneQuery.parse(queryOf(c))
    const { answer, text } = await boards.seenBy(await lookingFor(world, c, actor))
    const tag = `"${answer.tag}"`
    c.header('etag', tag)
    c.header('cache-control', 'private, no-cache')
    if (c.req.header('if-none-match') === tag) return c.body(null, 304)
    return c.body(text, 200, { 'content-type': 'application/json; charset=utf-8' })
  })

  api.get('/waiting', async (c) => {
    const { actor } = oneQuery.parse(queryOf(c))
    const { person, caller } = await acting(world, c, actor)
    if (!person) return c.json({ waiting: [] })
    const who = { userId: person.id, within: caller.bounds?.within }
    return c.json(await waitingFor(world, who, localeFor(c, world.settings().language)))
  })

  api.get('/events', async (c) => {
    const { actor } = oneQuery.parse(queryOf(c))
    await acting(world, c, actor)
    c.header('content-type', 'text/event-stream; charset=utf-8')
    c.header('cache-control', 'no-store, no-transform')
    c.header('x-accel-buffering', 'no')
    // Nobody would read its body, so that nobody would end it.
    if (c.req.method === 'HEAD') return c.body(null)
    const leave = takeStream(doorOf(bearerIn(c).through))
    return stream(c, async (out) => {
      const { promise: over, resolve } = Promise.withResolvers<void>()
      out.onAbort(resolve)
      const tell = (news: News) => {
        out.write(lineOf(news)).catch(resolve)
        if (news.is === 'ended') resolve()
      }
      await out.write('retry: 2000\n\n')
      try {
        const close = await feed.open({ look: () => stillLooking(world, c, actor), tell })
        await out.write(': here\n\n')
        await over
        close()
      } finally {
        leave()
      }
    })
  })
}

/** How many streams one token or one browser may hold: each is checked again whenever rights change. */
const mostStreams = 50

/** Counts who holds how many streams in this process; refuses one too many. Answers what is called when one ends. */
function countingStreams(): (door: string) => () => void {
  const held = new Map<string, number>()
  return (door) => {
    const there = held.get(door) ?? 0
    if (there >= mostStreams) throw new ApiFailure('too-many-calls', 429, undefined, againMs)
    held.set(door, there + 1)
    return () => {
      const left = (held.get(door) ?? 1) - 1
      if (left > 0) held.set(door, left)
      else held.delete(door)
    }
  }
}

/** When to ask for a stream again where there are too many, in milliseconds. */
const againMs = 60_000

function lineOf(news: News): string {
  const { is, ...said } = news
  return `event: ${is}\ndata: ${JSON.stringify(said)}\n\n`
}
