import type { Reader } from '../../kit/db/index.ts'
import type { World } from '../facts/index.ts'
import { dayIn } from '../settings/index.ts'
import type { Document } from './document.ts'
import type { GapKey } from './postmortem.ts'
import { readDocument } from './read-document.ts'
import { renderDocument, titleOf } from './render.ts'

/** The document as it is now. `slug` names its file: the day and the channel, in letters that every file system takes. */
export type Draft = { title: string; slug: string; markdown: string; gaps: readonly GapKey[] }

/** The postmortem of an incident as the record has it now; undefined when there is no such incident. Same state, same bytes. */
export async function draftOf(
  world: Pick<World, 'db' | 'settings'>,
  incidentId: string,
  reader: Reader = world.db.read,
): Promise<Draft | undefined> {
  const settings = world.settings()
  const read = await readDocument(reader, settings, incidentId)
  if (!read) return undefined
  const { document, reading } = read
  return {
    title: titleOf(document, reading),
    slug: slugOf(document, settings.timezone),
    markdown: renderDocument(document, reading),
    gaps: document.gaps,
  }
}

/** The name of the channel says the day by itself, mostly. */
function slugOf({ incident, channel }: Document, timezone: string): string {
  const day = dayIn(timezone, incident.declaredAt)
  const name = channel?.name ?? incident.id
  return name.includes(day.replaceAll('-', '')) ? name : `${day}-${name}`
}
