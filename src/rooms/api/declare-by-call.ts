import type { z } from 'zod'
import { localeOf } from '../../kit/i18n/index.ts'
import { allows, type Bounds, holdsService } from '../access/index.ts'
import { Refusal, type World } from '../facts/index.ts'
import { declare } from '../incident/index.ts'
import { coresOf } from '../reading/index.ts'
import { type Acting, declarerOf } from './acting.ts'
import type { declareBody, IncidentAnswer } from './api.ts'
import { answerOf } from './look.ts'
import { type Keyed, keepMade, madeBefore } from './once.ts'

/**
 * Declares in somebody's name. Sent again under the same key by the same person it answers the same incident; something
 * else under that key is refused, lest a declaration be swallowed.
 */
export async function declareByCall(
  world: World,
  by: Acting,
  body: z.output<typeof declareBody>,
  call: Keyed,
): Promise<{ isNew: boolean; incident: IncidentAnswer }> {
  const { bounds, actor } = by.caller
  const declarer = declarerOf(by)
  if (bounds && !mayDeclare(bounds, body.service)) throw new Refusal('not-allowed')
  let isNew = true
  const { id } = await declare(
    world,
    {
      service: body.service,
      summary: body.summary,
      urgency: body.urgency,
      level: body.level,
      types: body.type,
      kind: body.kind,
      visibility: body.visibility,
      detectedAt: body.detected_at ? new Date(body.detected_at) : null,
      detectedBy: body.detected_by,
    },
    {
      by: declarer.id,
      ...('through' in actor && actor.through ? { through: actor.through } : {}),
      locale: localeOf(declarer.locale ?? undefined, world.settings().language),
      viewId: null,
      invitationId: null,
      origin: null,
      once: {
        async earlier(tx, now) {
          const made = await madeBefore(tx, call, now)
          isNew = made === undefined
          return made
        },
        keep: (tx, made) => keepMade(tx, call, made),
      },
    },
  )
  const [core] = await coresOf(world.db.read, [id])
  if (!core) throw new Error(`No channel is reserved for ${id}`)
  return { isNew, incident: answerOf(core) }
}

/** Whether a token is for declarations, and for those of this service. */
const mayDeclare = ({ rank, within }: Bounds, service: string): boolean =>
  allows(rank, 'respond') && (within === null || holdsService(within, service))
