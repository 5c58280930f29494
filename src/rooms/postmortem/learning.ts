import type { Reader } from '../../kit/db/index.ts'
import type { ActionItem } from '../actions/index.ts'
import type { Incident } from '../incident/index.ts'
import { marksIn, type Settings } from '../settings/index.ts'
import { gapsOf } from './document.ts'
import { stillMissing } from './filled-there.ts'
import { type GapKey, type Postmortem, type SectionKey, sectionKeys, type Written } from './postmortem.ts'
import type { Question } from './questions/question.ts'
import { questionsOf } from './questions/store.ts'
import { postmortemOf, writtenOf } from './store.ts'
import { gapsShown, templateFor } from './template.ts'

/** How the writing of a postmortem stands, for whatever shows it. */
export type Learning = {
  postmortem: Postmortem
  written: ReadonlyMap<SectionKey, Written>
  questions: readonly Question[]
}

/** Loads how it stands. */
export async function learningOf(reader: Reader, incidentId: string): Promise<Learning> {
  const [postmortem, written, questions] = await Promise.all([
    postmortemOf(reader, incidentId),
    writtenOf(reader, incidentId),
    questionsOf(reader, incidentId),
  ])
  return { postmortem, written, questions }
}

type Known = { incident: Incident; actions: readonly ActionItem[]; learning: Pick<Learning, 'written' | 'postmortem'> }

/** What is still missing of the document, in its order. */
export function gapsLeft(
  { incident, actions, learning: { written, postmortem } }: Known,
  settings: Settings,
): GapKey[] {
  return stillMissing(gapsOf({ incident, written, actions }, gapsShown(templateFor(incident, settings))), postmortem)
}

/** Whether the document is written by five questions in one form. */
export const isMini = (incident: Incident, settings: Settings): boolean => templateFor(incident, settings).isMini

/** The sections for which the document has a place, in its order. */
export function sectionsShown(incident: Incident, settings: Settings): SectionKey[] {
  const shown = new Set<string>(marksIn(templateFor(incident, settings).markdown).map(({ name }) => name))
  return sectionKeys.filter((key) => shown.has(key))
}
