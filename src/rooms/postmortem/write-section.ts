import { z } from 'zod'
import type { Tx } from '../../kit/db/index.ts'
import { wholeNumber } from '../../kit/wire.ts'
import { incidentSubject } from '../channel/index.ts'
import { type NewFact, Refusal, unchanged } from '../facts/index.ts'
import { doerOf, type Incident, verb } from '../incident/index.ts'
import { wordsOfSection } from './document.ts'
import { type SectionKey, sectionKeys } from './postmortem.ts'
import { keepPostmortem, postmortemOf, writeText, writtenOf } from './store.ts'

/** As long as a form lets people write. */
const longestText = 3000

const text = z.string().trim().max(longestText).nullish()

/** What is written, by section: what is left out stays, and null empties. */
export const sectionsInput = {
  // Each of the keys is there.
  ...(Object.fromEntries(sectionKeys.map((key) => [key, text])) as Record<SectionKey, typeof text>),
  /**
   * The versions that the writer saw, 0 for none: what somebody else wrote meanwhile is not written over. Of a section that is left
   * out here it is.
   */
  seen: z.partialRecord(z.enum(sectionKeys), wholeNumber.pipe(z.int().min(0))).default({}),
}
export type Sections = Partial<Record<SectionKey, string | null | undefined>> & {
  seen: Partial<Record<SectionKey, number>>
}

/** Those of which something is said, in the document's order. */
export const sectionsSaid = (sections: Sections): SectionKey[] =>
  sectionKeys.filter((section) => sections[section] !== undefined)

/** Writes sections; what stood there before stays in their history. Emptied, one says again what the record says. */
export const writeSections = verb({
  name: 'write-section',
  input: z.strictObject(sectionsInput),
  right: 'respond',
  async change({ tx, now, caller, incident }, sections) {
    const by = doerOf(caller)
    const [first, ...rest] = await writeHeld(tx, incident, sections, { by, now, question: null })
    return first ? { facts: [first, ...rest], result: undefined } : unchanged(undefined)
  },
})

/** The same inside a verb that holds the incident, for one section or several at once. */
export async function writeHeld(
  tx: Tx,
  incident: Incident,
  sections: Sections,
  { by, now, question }: { by: string; now: Date; question: string | null },
): Promise<NewFact[]> {
  const incidentId = incident.id
  const subject = incidentSubject(incidentId)
  const written = await writtenOf(tx, incidentId)
  const facts: NewFact[] = []
  for (const section of sectionsSaid(sections)) {
    const words = sections[section] ?? ''
    const before = written.get(section)
    const known = before?.version ?? 0
    // Sent as the form showed it, it says nothing new.
    if ((wordsOfSection(section, { incident, written }) ?? '') === words) continue
    if (known !== (sections.seen[section] ?? known))
      throw new Refusal('section-changed', { user: before?.by ?? '' }, section)
    const version = known + 1
    await writeText(tx, incidentId, { section, version, words, by, at: now }, question)
    facts.push({ subject, type: 'postmortem.written', data: { section, version, question } })
  }
  // Where nothing is owed the document begins with whoever writes.
  if (facts.length > 0 && (await postmortemOf(tx, incidentId)).status === 'none')
    await keepPostmortem(tx, incidentId, { status: 'draft', draftedAt: now }, now)
  return facts
}
