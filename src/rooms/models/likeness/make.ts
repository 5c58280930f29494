import { z } from 'zod'
import type { Reader } from '../../../kit/db/index.ts'
import { defineJob } from '../../../kit/jobs/index.ts'
import { type Looker, mayRead } from '../../access/index.ts'
import type { World } from '../../facts/index.ts'
import { incidentById } from '../../incident/index.ts'
import type { Settings } from '../../settings/index.ts'
import type { Desk } from '../desk.ts'
import { hashOf, mayGo } from '../purpose.ts'
import { createRedaction } from '../redaction/redaction.ts'
import { send } from '../send.ts'
import { cosine } from './likeness.ts'
import { isMadeOf, putVector, vectorsFor } from './vectors.ts'

/** Asks for the vector of what people wrote of an incident. */
export const vectorJob = defineJob('models.vector', z.object({ incidentId: z.string() }), { batch: 1, unhurried: true })

/** The vector says what stands written now: the summary and the impact, in which no message is quoted. */
export async function makeVector(world: World, desk: Desk, incidentId: string, signal: AbortSignal): Promise<void> {
  const { enabled, embeddings: model, redact } = world.settings().assistant.models
  const incident = await incidentById(world.db.read, incidentId)
  if (!enabled || !model || !incident || !mayGo(incident.visibility, model)) return
  const text = createRedaction(redact).of([incident.summary, incident.impact].filter(Boolean).join('\n'))
  const [name, madeOf] = [model.connection.model, hashOf(text)]
  if (await isMadeOf(world.db.read, incidentId, name, madeOf)) return
  const errand = { purpose: 'embeddings' as const, incidentId, askedBy: null, saidIn: [], mostOutput: 0 }
  const sent = await send(world, desk, { role: 'embeddings', model }, errand, signal, (connection, terms) =>
    desk.models.embed(connection, [text], terms),
  )
  const [vector] = sent.value ?? []
  if (!vector) return
  await world.db.transaction(async (tx) => {
    const now = await incidentById(tx, incidentId)
    // It has become private meanwhile.
    if (!now || !mayGo(now.visibility, model)) return
    await putVector(tx, { incidentId, model: name, madeOf, at: world.clock.now(), vector })
  })
}

/** An incident that is like another, and how much, from 0 to 1. */
export type Alike = { incidentId: string; likeness: number }

/** The incidents that are most like one, of those that somebody may know of; none without a model for it, or until its vector is there. */
export async function alikeTo(
  reader: Reader,
  settings: Pick<Settings, 'assistant'>,
  looker: Looker,
  incidentId: string,
  most: number,
): Promise<Alike[]> {
  const { enabled, embeddings } = settings.assistant.models
  if (!enabled || !embeddings || !(await mayRead(reader, incidentId, looker))) return []
  const all = await vectorsFor(reader, looker, embeddings.connection.model, incidentId)
  const own = all.find((each) => each.incidentId === incidentId)?.vector
  if (!own) return []
  return all
    .filter((each) => each.incidentId !== incidentId)
    .map((each) => ({ incidentId: each.incidentId, likeness: Math.max(0, cosine(own, each.vector)) }))
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, most)
}
