import type { Locale } from '../../../kit/i18n/index.ts'
import type { World } from '../../facts/index.ts'
import { type Asked, type Checked, isModelFor, keptProse, type Purpose } from '../../models/index.ts'
import type { Material } from '../material.ts'
import { evidenceOf, writtenForOutside } from './evidence-of.ts'
import { proseJob } from './job.ts'

/** What is asked of a model, for whom, and from what. */
export type ProseAsked = {
  purpose: Purpose
  material: Material
  /** Only what was said and sent after it counts; null for all. */
  since: Date | null
  language: Locale
  /** The member id of who asked; null where the bot does by itself. */
  askedBy: string | null
}

const mayAsk = (world: World, { purpose, material }: ProseAsked): boolean =>
  isModelFor(world.settings().assistant.models, purpose, material.incident.visibility)

/** A model's text, checked, where it is there already. Asks nobody: the record is quoted until it is, and where there is no model. */
export async function proseOf(world: World, asked: ProseAsked): Promise<readonly Checked[] | undefined> {
  return mayAsk(world, asked) ? keptProse(world, world.db.read, askedOf(asked)) : undefined
}

/** Has a job ask for a text that is not there: the last thing before somebody is answered from the record. Nothing waits for anybody outside. */
export async function orderProse(world: World, asked: ProseAsked): Promise<void> {
  if (!mayAsk(world, asked)) return
  const { purpose, material, since, language, askedBy } = asked
  const data = { incidentId: material.incident.id, purpose, language, askedBy, since: since?.toISOString() ?? null }
  await world.db.transaction((tx) => world.jobs.enqueue(tx, proseJob, data))
}

/** The same question, as the room of models takes it. */
export function askedOf({ purpose, material: all, since, language, askedBy }: ProseAsked): Asked {
  if (purpose === 'draft-letter') {
    const { incident, timeZone } = all
    return {
      incidentId: incident.id,
      purpose,
      language,
      evidence: writtenForOutside(all),
      people: [],
      timeZone,
      askedBy,
    }
  }
  const material = newsIn(all, since)
  const { lines, updates, notes, handler, incident, timeZone } = material
  const names = [...lines, ...updates, ...notes].flatMap(({ authorName }) => authorName ?? [])
  return {
    incidentId: incident.id,
    purpose,
    language,
    evidence: evidenceOf(material),
    people: [...new Set([...names, ...(handler ? [handler.name] : [])])],
    timeZone,
    askedBy,
  }
}

/** What was said and sent after a moment; the fields as they stand. */
export const newsIn = (material: Material, since: Date | null): Material =>
  since === null
    ? material
    : {
        ...material,
        lines: material.lines.filter(({ saidAt }) => saidAt > since),
        updates: material.updates.filter(({ at }) => at > since),
        notes: material.notes.filter(({ moment }) => moment > since),
      }
