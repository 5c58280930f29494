import { createHash } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { later } from '../../kit/clock.ts'
import { type ChangingCommand, changingCommands } from '../commands/index.ts'
import { person, unchanged, type World } from '../facts/index.ts'
import { perform } from '../incident/index.ts'
import { situationOf } from '../situation/index.ts'
import { actorNamed } from './actor.ts'
import { actorName, type IncidentAnswer, idempotencyKey } from './api.ts'
import { ApiFailure } from './failure.ts'
import { answerOf } from './look.ts'
import { jsonOf } from './request.ts'
import { forgetCalls, keepCall } from './store.ts'

/** How long a write is known by its key, in milliseconds. */
const keyKeptMs = 24 * 3_600_000

/** What each of these routes takes beside the verb's own fields. */
const whose = z.looseObject({ actor: actorName })

/** `POST /incidents/{id}/{verb}` for every verb that changes an incident: the same definitions that Slack's forms are faces of. */
export function verbRoutes(api: Hono, world: World): void {
  for (const command of changingCommands) {
    api.post(`/incidents/:id/${command.does.name}`, async (c) => {
      const { actor, ...given } = whose.parse(await jsonOf(c))
      const who = await actorNamed(world.db.read, actor)
      return c.json(await done(world, command, { who: who.id, incidentId: c.req.param('id'), given, key: keyOf(c) }))
    })
  }
}

/** The key under which a call is repeated, if it has one. Throws an `ApiFailure` for one that cannot be used. */
export function keyOf(c: Context): string | undefined {
  const key = c.req.header('idempotency-key')
  if (key !== undefined && !idempotencyKey.safeParse(key).success) throw new ApiFailure('idempotency-key-invalid', 400)
  return key
}

type Call = { who: string; incidentId: string; given: object; key: string | undefined }

async function done(
  world: World,
  { does }: ChangingCommand,
  { who, incidentId, given, key }: Call,
): Promise<IncidentAnswer> {
  const said = createHash('sha256')
    .update(JSON.stringify([does.name, incidentId, given]))
    .digest('base64url')
  const once: typeof does = {
    ...does,
    async change(deed, input) {
      const earlier = key && (await keepCall(deed.tx, { key: `${who} ${key}`, said }, deed.now))
      if (earlier && earlier !== said) throw new ApiFailure('idempotency-key-reused', 409)
      if (earlier) return unchanged(undefined)
      await forgetCalls(deed.tx, later(deed.now, -keyKeptMs))
      return does.change(deed, input)
    },
  }
  await perform(world, once, { actor: person(who), via: 'api' }, incidentId, given)
  const situation = await situationOf(world.db.read, incidentId)
  if (!situation) throw new ApiFailure('not-found', 404)
  return answerOf(situation)
}
