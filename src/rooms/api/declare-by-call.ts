import type { z } from 'zod'
import { localeOf } from '../../kit/i18n/index.ts'
import { incidentSubject } from '../channel/index.ts'
import type { Person } from '../directory/index.ts'
import { factsAbout, type World } from '../facts/index.ts'
import { declare, incidentOfKey } from '../incident/index.ts'
import { situationOf } from '../situation/index.ts'
import type { declareBody, IncidentAnswer } from './api.ts'
import { ApiFailure } from './failure.ts'
import { answerOf } from './look.ts'

/**
 * Declares in somebody's name. Sent again under the same key by the same person it answers the same incident; something
 * else under that key is refused, lest a declaration be swallowed.
 */
export async function declareByCall(
  world: World,
  actor: Person,
  body: z.output<typeof declareBody>,
  key: string | undefined,
): Promise<{ isNew: boolean; incident: IncidentAnswer }> {
  const scopedKey = key === undefined ? null : `${actor.id} ${key}`
  const earlier = scopedKey ? await incidentOfKey(world.db.read, scopedKey) : undefined
  const incident =
    earlier ??
    (await declare(
      world,
      {
        service: body.service,
        summary: body.summary,
        urgency: body.urgency,
        types: body.type,
        kind: body.kind,
        visibility: body.visibility,
        detectedAt: body.detected_at ? new Date(body.detected_at) : null,
        detectedBy: body.detected_by,
      },
      {
        by: actor.id,
        locale: localeOf(actor.locale ?? undefined, world.settings().language),
        viewId: null,
        invitationId: null,
        origin: null,
        key: scopedKey,
      },
    ))
  const [said] = await factsAbout(world.db.read, incidentSubject(incident.id), ['incident.declared'])
  if (said && (said.data.service !== body.service || said.data.summary !== body.summary)) {
    throw new ApiFailure('idempotency-key-reused', 409)
  }
  const situation = await situationOf(world.db.read, incident.id)
  if (!situation) throw new Error(`No channel is reserved for ${incident.id}`)
  return { isNew: !earlier, incident: answerOf(situation) }
}
