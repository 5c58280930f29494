import { z } from 'zod'
import type { Tx } from '../../kit/db/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { commit, type NewFact, person, Refusal, unchanged, type World } from '../facts/index.ts'
import { hold, type Incident } from '../incident/index.ts'
import { wordsOfSection } from './document.ts'
import { sectionKeys } from './postmortem.ts'
import { keepPostmortem, postmortemOf, writeText, writtenOf } from './store.ts'

/** As long as a form lets people write. */
const longestText = 3000

export const sectionInput = z.object({
  section: z.enum(sectionKeys),
  words: z
    .string()
    .trim()
    .max(longestText)
    .nullish()
    .transform((words) => words ?? ''),
  /** The version that the writer saw, 0 for none: what somebody else wrote meanwhile is not written over. */
  seen: z.number().int().min(0),
})
export type SectionInput = z.input<typeof sectionInput>

/** Writes sections; what stood there before stays in their history. Emptied, one says again what the record says. */
export async function writeSections(
  world: World,
  by: string,
  incidentId: string,
  input: readonly SectionInput[],
): Promise<void> {
  const wanted = z.array(sectionInput).parse(input)
  await commit(world, person(by), async (tx, now) => {
    const [first, ...rest] = await writeHeld(tx, await hold(tx, incidentId), wanted, { by, now, question: null })
    return first ? { facts: [first, ...rest], result: undefined } : unchanged(undefined)
  })
}

/** The same inside a verb that holds the incident, for one section or several at once. */
export async function writeHeld(
  tx: Tx,
  incident: Incident,
  sections: readonly z.output<typeof sectionInput>[],
  { by, now, question }: { by: string; now: Date; question: string | null },
): Promise<NewFact[]> {
  const incidentId = incident.id
  const subject = incidentSubject(incidentId)
  const written = await writtenOf(tx, incidentId)
  const facts: NewFact[] = []
  for (const { section, words, seen } of sections) {
    const before = written.get(section)
    // Sent as the form showed it, it says nothing new.
    if ((wordsOfSection(section, { incident, written }) ?? '') === words) continue
    if ((before?.version ?? 0) !== seen) throw new Refusal('section-changed', { user: before?.by ?? '' }, section)
    const version = seen + 1
    await writeText(tx, incidentId, { section, version, words, by, at: now }, question)
    facts.push({ subject, type: 'postmortem.written', data: { section, version, question } })
  }
  // Where nothing is owed the document begins with whoever writes.
  if (facts.length > 0 && (await postmortemOf(tx, incidentId)).status === 'none')
    await keepPostmortem(tx, incidentId, { status: 'draft', draftedAt: now }, now)
  return facts
}
