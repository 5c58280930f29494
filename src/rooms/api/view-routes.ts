import type { Hono } from 'hono'
import { z } from 'zod'
import { hasRight } from '../access/index.ts'
import { namesOf } from '../directory/index.ts'
import type { World } from '../facts/index.ts'
import { personOf } from '../incident/index.ts'
import { removeView, type SavedView, saveView, viewInput, viewsFor } from '../views/index.ts'
import { acting } from './acting.ts'
import { actorName, oneQuery } from './api.ts'
import { jsonOf, queryOf } from './request.ts'

/** What a view is saved from, beside itself. */
export const viewBody = viewInput.extend({ actor: actorName.optional() })

const viewAnswer = z.object({
  id: z.string(),
  name: z.string(),
  query: z.string().describe('The query of the list’s address'),
  shared: z.boolean(),
  by: z.string().describe('Who saved it'),
  can_remove: z.boolean(),
})
export const viewsAnswer = z.object({ views: z.array(viewAnswer), can: z.object({ share: z.boolean() }) })
export type ViewsAnswer = z.output<typeof viewsAnswer>

/** What a person looks for again and again. */
export function viewRoutes(api: Hono, world: World): void {
  api.get('/views', async (c) => {
    const { actor } = oneQuery.parse(queryOf(c))
    const userId = personOf((await acting(world, c, actor)).caller)
    const { read } = world.db
    const settings = world.settings()
    const [views, share, manage] = await Promise.all([
      viewsFor(read, userId),
      hasRight(read, settings, userId, 'respond'),
      hasRight(read, settings, userId, 'manage'),
    ])
    const names = await namesOf(
      read,
      views.map((each) => each.userId),
    )
    const answerOf = ({ id, name, query, isShared, userId: by }: SavedView) => ({
      id,
      name,
      query,
      shared: isShared,
      by: names.get(by) ?? by,
      can_remove: by === userId || manage,
    })
    return c.json({ views: views.map(answerOf), can: { share } })
  })

  api.post('/views', async (c) => {
    const { actor, ...input } = viewBody.parse(await jsonOf(c))
    const { id } = await saveView(world, (await acting(world, c, actor)).caller, input)
    return c.json({ id }, 201)
  })

  api.delete('/views/:view', async (c) => {
    const { actor } = oneQuery.parse(queryOf(c))
    await removeView(world, (await acting(world, c, actor)).caller, c.req.param('view'))
    return c.body(null, 204)
  })
}

export const madeViewAnswer = z.object({ id: z.string() })
