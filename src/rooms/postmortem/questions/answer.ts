import { z } from 'zod'
import type { Tx } from '../../../kit/db/index.ts'
import { commit, person, Refusal, unchanged, type World } from '../../facts/index.ts'
import { editTimes, hold, type Incident, perform, setType } from '../../incident/index.ts'
import type { IncidentType } from '../../settings/index.ts'
import { momentOf, type SectionKey, sectionOf } from '../postmortem.ts'
import { sectionInput, writeHeld } from '../write-section.ts'
import { settled } from './keep-asking.ts'
import { passTo } from './pass.ts'
import type { Question } from './question.ts'
import { questionById, settleQuestion } from './store.ts'

/** A question's incident is held first, as everywhere; one that has ended is refused. */
async function holdOpen(tx: Tx, questionId: string): Promise<{ question: Question; incident: Incident }> {
  const found = await questionById(tx, questionId)
  if (!found) throw new Refusal('question-gone')
  const incident = await hold(tx, found.incidentId)
  const question = await questionById(tx, questionId)
  if (question?.state !== 'open') throw new Refusal('question-gone')
  return { question, incident }
}

const answersInput = z.array(sectionInput.pick({ words: true, seen: true }).extend({ section: z.string() }))

/** Answers with what the document shall say: one section, or those of a mini review. */
export async function answerQuestion(
  world: World,
  by: string,
  questionId: string,
  sections: z.input<typeof answersInput>,
): Promise<void> {
  const wanted = answersInput.parse(sections).flatMap(({ section, ...rest }) => {
    const key: SectionKey | undefined = sectionOf(section)
    return key ? [{ section: key, ...rest }] : []
  })
  await commit(world, person(by), async (tx, now) => {
    const { question, incident } = await holdOpen(tx, questionId)
    const written = await writeHeld(tx, incident, wanted, { by, now, question: questionId })
    // An empty form is no answer.
    if (written.length === 0) throw new Refusal('nothing-changed', {}, wanted[0]?.section)
    await settleQuestion(tx, questionId, { state: 'answered', by }, now)
    return { facts: [settled(question, 'answered'), ...written], result: undefined }
  })
}

/** What the incident itself keeps: when it was, or what kind of harm. */
export type Told = { at: Date } | { types: readonly IncidentType[] }

/** Answers with what the incident itself keeps: every duration follows it, and everybody who is told of it hears. */
export async function answerFact(world: World, by: string, questionId: string, told: Told): Promise<void> {
  const known = await questionById(world.db.read, questionId)
  if (known?.state !== 'open') throw new Refusal('question-gone')
  const { incidentId, gap } = known
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
export async function answerUnknown(world: World, by: string, questionId: string): Promise<void> {
  await commit(world, person(by), async (tx, now) => {
    const { question } = await holdOpen(tx, questionId)
    await settleQuestion(tx, questionId, { state: 'unknown', by }, now)
    return { facts: [settled(question, 'unknown')], result: undefined }
  })
}

/** Somebody else knows it. They are asked as soon as no other question of ours waits for them. */
export async function passQuestion(world: World, by: string, questionId: string, to: string): Promise<void> {
  await commit(world, person(by), async (tx, now) => {
    const { question } = await holdOpen(tx, questionId)
    await passTo(tx, question, by, to)
    await settleQuestion(tx, questionId, { state: 'passed', by, passedTo: to }, now)
    return { facts: [settled(question, 'passed', to)], result: undefined }
  })
}
