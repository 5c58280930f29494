import type { Hono } from 'hono'
import { z } from 'zod'
import { changingCommands } from '../commands/index.ts'
import type { World } from '../facts/index.ts'
import { perform } from '../incident/index.ts'
import { coresOf } from '../reading/index.ts'
import { acting } from './acting.ts'
import { actorName } from './api.ts'
import { ApiFailure } from './failure.ts'
import { answerOf } from './look.ts'
import { keyedBy, once } from './once.ts'
import { jsonOf } from './request.ts'

/** What each of these routes takes beside the verb's own fields. */
const whose = z.looseObject({ actor: actorName.optional() })

/** `POST /incidents/{id}/{verb}` for every verb that changes an incident: the same definitions that Slack's forms are faces of. */
export function verbRoutes(api: Hono, world: World): void {
  for (const { does } of changingCommands) {
    api.post(`/incidents/:id/${does.name}`, async (c) => {
      const { actor, ...given } = whose.parse(await jsonOf(c))
      const { caller, key } = await acting(world, c, actor)
      const incidentId = c.req.param('id')
      await perform(world, once(does, keyedBy(c, key, given)), caller, incidentId, given)
      const [core] = await coresOf(world.db.read, [incidentId])
      if (!core) throw new ApiFailure('not-found', 404)
      return c.json(answerOf(core))
    })
  }
}
