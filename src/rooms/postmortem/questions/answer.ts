import { z } from 'zod'
import type { Tx } from '../../../kit/db/index.ts'
import { commit, person, Refusal, unchanged, type World } from '../../facts/index.ts'
import {
  editTimes,
  hold,
  type Incident,
  ofIncident,
  perform,
  personNamed,
  personOf,
  setType,
  verb,
} from '../../incident/index.ts'
import type { IncidentType } from '../../settings/index.ts'
import { miniSections, momentOf, type SectionKey } from '../postmortem.ts'
import { sectionsInput, sectionsSaid, writeHeld } from '../write-section.ts'
import { settled } from './keep-asking.ts'
import { passTo } from './pass.ts'
import type { Question } from './question.ts'
import { questionById, settleQuestion } from './store.ts'

/** A question about the incident that is held; one that has ended, or is about another, is refused. */
async function openIn(tx: Tx, incident: Incident, questionId: string): Promise<Question> {
  const question = await questionById(tx, questionId)
  if (question?.incidentId !== incident.id || question.state !== 'open')
    throw new Refusal('question-gone', {}, 'question')
  return question
}

/** The question of the incident that a verb is about, by its id. */
const question = ofIncident(
  z.string().max(100),
  'question-gone',
  async ({ tx, incident }, id) => (await questionById(tx, String(id)))?.incidentId === incident.id,
)

/** Answers with what the document shall say: one section, or those of a mini review. */
export const answerQuestion = verb({
  name: 'answer-question',
  input: z.strictObject({ question, ...sectionsInput }),
  right: 'take-part',
  async change({ tx, now, caller, incident }, { question: id, ...sections }) {
    const asked = await openIn(tx, incident, id)
    const said = sectionsSaid(sections)
    const strange = said.find((section) => !isAsked(asked, section))
    if (strange) throw new Refusal('section-unknown', {}, strange)
    const by = personOf(caller)
    const written = await writeHeld(tx, incident, sections, { by, now, question: id })
    // An empty form is no answer.
    if (written.length === 0) throw new Refusal('nothing-changed', {}, said[0])
    await settleQuestion(tx, id, { state: 'answered', by }, now)
    return { facts: [settled(asked, 'answered'), ...written], result: undefined }
  },
})

const isAsked = ({ gap }: Question, section: SectionKey): boolean =>
  gap === 'mini' ? miniSections.some((each) => each === section) : gap === section

/** What the incident itself keeps: when it was, or what kind of harm. */
export type Told = { at: Date } | { types: readonly IncidentType[] }

/** Answers with a value of the incident itself: durations and announcements follow from it. */
export async function answerFact(
  world: World,
  by: string,
  incidentId: string,
  questionId: string,
  told: Told,
): Promise<void> {
  const known = await questionById(world.db.read, questionId)
  if (known?.incidentId !== incidentId || known.state !== 'open') throw new Refusal('question-gone')
  const { gap } = known
  const caller = { actor: person(by), via: 'slack' as const }
  if ('at' in told) {
    const field = momentOf(gap)
    if (!field) throw new Refusal('question-gone')
    await perform(world, editTimes, caller, incidentId, { [field]: told.at.toISOString() })
  } else await perform(world, setType, caller, incidentId, { type: told.types })
  // It is said now. Should we stop here, or be overtaken, the question is taken back as one that nobody needs to answer any more.
  await commit(world, person(by), async (tx, now) => {
    await hold(tx, incidentId)
    if (!(await settleQuestion(tx, questionId, { state: 'answered', by }, now, ['open', 'withdrawn'])))
      return unchanged(undefined)
    return { facts: [settled(known, 'answered')], result: undefined }
  })
}

/** 「わからない」 is an answer too: somebody else is asked. */
export const answerUnknown = verb({
  name: 'unknown-question',
  input: z.strictObject({ question }),
  right: 'take-part',
  async change({ tx, now, caller, incident }, { question: id }) {
    const asked = await openIn(tx, incident, id)
    await settleQuestion(tx, id, { state: 'unknown', by: personOf(caller) }, now)
    return { facts: [settled(asked, 'unknown')], result: undefined }
  },
})

/** Somebody else knows it. They are asked as soon as no other question of ours waits for them. */
export const passQuestion = verb({
  name: 'pass-question',
  input: z.strictObject({ question, to: personNamed({ unable: 'pass-unable', unknowing: 'pass-unknowing' }) }),
  right: 'take-part',
  async change({ tx, now, caller, incident }, { question: id, to }) {
    const asked = await openIn(tx, incident, id)
    const by = personOf(caller)
    await passTo(tx, asked, by, to)
    await settleQuestion(tx, id, { state: 'passed', by, passedTo: to }, now)
    return { facts: [settled(asked, 'passed', to)], result: undefined }
  },
})
