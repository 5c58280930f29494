import type { Reader } from '../../kit/db/index.ts'
import { titleForGitHub } from '../../kit/github/index.ts'
import type { Locale } from '../../kit/i18n/index.ts'
import type { World } from '../facts/index.ts'
import { dayIn, type Settings } from '../settings/index.ts'
import { type Document, type Reading, wordsOfSection } from './document.ts'
import { stillMissing } from './filled-there.ts'
import { type Finding, lint } from './lint/lint.ts'
import { type GapKey, sectionKeys } from './postmortem.ts'
import { readDocument } from './read-document.ts'
import { renderDocument, titleOf } from './render.ts'

/** The document as it is now. `slug` names its file: the day and the channel, in letters that every file system takes. */
export type Draft = {
  title: string
  slug: string
  /** The language that the document is written in. */
  language: Locale
  markdown: string
  /** What nobody has said yet, neither here nor in the file where it went, in the document's order. */
  gaps: readonly GapKey[]
  /** What the linter advises. */
  findings: readonly Finding[]
}

/** The postmortem of an incident as the record has it now; undefined when there is no such incident. Same state, same bytes. */
export const draftOf = (
  world: Pick<World, 'db' | 'settings'>,
  incidentId: string,
  reader: Reader = world.db.read,
): Promise<Draft | undefined> => draftFrom(reader, world.settings(), incidentId)

/** The same by settings that the caller holds. */
export async function draftFrom(reader: Reader, settings: Settings, incidentId: string): Promise<Draft | undefined> {
  const read = await readDocument(reader, settings, incidentId)
  if (!read) return undefined
  const { document, reading } = read
  return {
    title: titleForGitHub(titleOf(document, reading)),
    slug: slugOf(document, settings.timezone),
    language: reading.locale,
    markdown: renderDocument(document, reading),
    gaps: stillMissing(document.gaps, document.postmortem),
    findings: findingsIn(document, reading),
  }
}

function findingsIn(document: Document, { names }: Reading): Finding[] {
  const sections = sectionKeys.flatMap((section) => {
    const words = wordsOfSection(section, document)
    return words ? [[section, words] as const] : []
  })
  return lint({
    sections: new Map(sections),
    names: [...names.values()].toSorted(),
    actions: document.actions,
    isDetectionKnown: document.incident.detectedAt !== null,
    gaps: stillMissing(document.gaps, document.postmortem),
  })
}

/** The name of the channel says the day by itself, mostly. */
function slugOf({ incident, channel }: Document, timezone: string): string {
  const day = dayIn(timezone, incident.declaredAt)
  const name = channel?.name ?? incident.id
  return name.includes(day.replaceAll('-', '')) ? name : `${day}-${name}`
}
