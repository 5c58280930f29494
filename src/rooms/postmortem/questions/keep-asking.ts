import { later } from '../../../kit/clock.ts'
import type { Tx } from '../../../kit/db/index.ts'
import { setTimer } from '../../../kit/timers/index.ts'
import { ableAmong } from '../../access/index.ts'
import { actionsOf } from '../../actions/index.ts'
import { incidentOf, incidentSubject } from '../../channel/index.ts'
import { bot, commit, type NewFact, unchanged, type World } from '../../facts/index.ts'
import { hold, type Incident } from '../../incident/index.ts'
import { isAtWork, whenAtWork } from '../../settings/index.ts'
import { gapsOf } from '../document.ts'
import { askTimer } from '../effects.ts'
import { stillMissing } from '../filled-there.ts'
import { askJob } from '../jobs.ts'
import { isBeingWritten, type Postmortem } from '../postmortem.ts'
import { postmortemOf, writtenOf } from '../store.ts'
import { gapsShown, templateFor } from '../template.ts'
import { crewOf } from './crew.ts'
import { type Asked, askedFor, nextQuestions, type Question } from './question.ts'
import { busyAmong, incidentsInWork, insertQuestion, questionsOf, settleQuestion } from './store.ts'

/** Somebody who has answered may be waited for by others: of so many drafts, the longest first. */
const mostDrafts = 50

/**
 * Asks those who may know for what is missing, one question each, and takes back what nobody needs to answer any more. Whoever
 * has just become free (`freed`) is asked by the drafts that wait for them.
 */
export async function keepAsking(world: World, incidentId: string, freed: string | null): Promise<void> {
  await askAbout(world, incidentId)
  await waitForWork(world, incidentId)
  if (!freed) return
  for (const other of await incidentsInWork(world.db.read, mostDrafts)) {
    if ((await busyAmong(world.db.read, [freed])).size > 0) return
    if (other !== incidentId) await askAbout(world, other)
  }
}

/** What nobody is asked outside of working hours is looked at again when they begin. */
async function waitForWork({ db, clock, settings }: World, incidentId: string): Promise<void> {
  const dueAt = whenAtWork(settings(), clock.now())
  if (dueAt <= clock.now()) return
  await db.transaction((tx) => setTimer(tx, { subject: incidentSubject(incidentId), kind: askTimer, dueAt }))
}

/** The time to begin has come. */
export async function beginAsking(world: World, tx: Tx, subject: string): Promise<void> {
  const incidentId = incidentOf(subject)
  if (incidentId) await world.jobs.enqueue(tx, askJob, { incidentId, freed: null })
}

async function askAbout(world: World, incidentId: string): Promise<void> {
  // While people respond there is no draft, and nothing to ask.
  if ((await postmortemOf(world.db.read, incidentId)).status === 'none') return
  await commit(world, bot, async (tx, now) => {
    const incident = await hold(tx, incidentId)
    const postmortem = await postmortemOf(tx, incidentId)
    const history = await questionsOf(tx, incidentId)
    const wanted = isAsking(incident, postmortem) ? await wantedOf(world, tx, incident, postmortem) : []
    const crew = await crewOf(tx, incident, world.settings())
    const ids = [crew.owner, crew.declarer, ...crew.handler, ...crew.liaison, ...crew.responder]
    const people = [...ids, ...history.flatMap(({ userId, passedTo }) => [userId, passedTo])].flatMap((id) => id ?? [])
    const able = new Set(await ableAmong(tx, world.settings(), incidentId, people))
    const facts: NewFact[] = []
    const stale = history.filter(
      ({ state, gap, userId, channelId }) =>
        state === 'open' &&
        (!wanted.includes(gap) ||
          (userId !== null && !able.has(userId)) ||
          (channelId !== null && crew.support !== channelId)),
    )
    for (const question of stale) {
      await settleQuestion(tx, question.id, { state: 'withdrawn', by: null }, now)
      facts.push(settled(question, 'withdrawn'))
    }
    const left = history.map((each): Question => (stale.includes(each) ? { ...each, state: 'withdrawn' } : each))
    if (mayBegin(world, incident, postmortem, now)) {
      const busy = await busyAmong(tx, [...able])
      for (const next of nextQuestions(wanted, crew, left, { busy, mayBeAsked: (id) => able.has(id) })) {
        const id = world.ids.next('qst')
        if (!(await insertQuestion(tx, { id, incidentId, ...next }, now))) continue
        const data = {
          question: id,
          gap: next.gap,
          user: next.userId,
          channel: next.channelId,
          passedBy: next.passedBy,
        }
        facts.push({ subject: incidentSubject(incidentId), type: 'postmortem.asked', data })
      }
    }
    const [first, ...rest] = facts
    return first ? { facts: [first, ...rest], result: undefined } : unchanged(undefined)
  })
}

/** Nobody is asked about what goes on again, was called off, or is settled. */
const isAsking = ({ status }: Incident, postmortem: Postmortem): boolean =>
  status !== 'cancelled' && status !== 'merged' && isBeingWritten(postmortem)

/** While people respond they have better things to do; what was asked before may still be answered. */
function mayBegin(world: World, { status }: Incident, { draftedAt }: Postmortem, now: Date): boolean {
  const { ask_after: after } = world.settings().postmortem
  if (status === 'responding' || after === 'off' || draftedAt === null || later(draftedAt, after) > now) return false
  return isAtWork(world.settings(), now)
}

async function wantedOf(world: World, tx: Tx, incident: Incident, postmortem: Postmortem): Promise<Asked[]> {
  const template = templateFor(incident, world.settings())
  const [written, actions] = [await writtenOf(tx, incident.id), await actionsOf(tx, incident.id)]
  const gaps = gapsOf({ incident, written, actions }, gapsShown(template))
  return askedFor(stillMissing(gaps, postmortem), template.isMini)
}

/** That a question has ended, and how. */
export const settled = (
  { id, incidentId, gap, userId }: Question,
  how: 'answered' | 'unknown' | 'passed' | 'withdrawn',
  passedTo: string | null = null,
): NewFact => ({
  subject: incidentSubject(incidentId),
  type: 'postmortem.question_settled',
  data: { question: id, gap, user: userId, how, passedTo },
})
