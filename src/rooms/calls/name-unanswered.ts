import type { Tx } from '../../kit/db/index.ts'
import { assembledPeople } from '../assembly/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { clockwork, recordFacts, type World } from '../facts/index.ts'
import { hold, isOpen } from '../incident/index.ts'
import { roleHolders } from '../roles/index.ts'
import { rollOf } from './call.ts'
import { callsOf } from './store.ts'

/** The timer's name in the table of timers; its subject names the call. */
export const unansweredTimer = 'calls.unanswered'
export const callSubject = (incidentId: string, n: number): string => `call:${incidentId}:${n}`

/** How many people are named; beyond that, only their number. */
const mostNamed = 15

/** It is time to say who has not answered a call: once, to the one who leads. */
export async function nameUnanswered(world: World, tx: Tx, subject: string, now: Date): Promise<void> {
  const [, incidentId = '', number] = subject.split(':')
  const incident = await hold(tx, incidentId)
  const call = (await callsOf(tx, incidentId)).find(({ n }) => n === Number(number))
  if (!call || !isOpen(incident)) return
  const people = await assembledPeople(tx, incidentId)
  const here = new Set(people.filter(({ releasedAt }) => releasedAt).map(({ userId }) => userId))
  const silent = rollOf(call, people).waiting.filter((userId) => !here.has(userId))
  if (silent.length === 0) return
  const handler = (await roleHolders(tx, incidentId)).find(({ role }) => role === 'handler')?.userId ?? null
  const data = { n: call.n, people: silent.slice(0, mostNamed), count: silent.length, handler }
  await recordFacts(world, tx, clockwork, now, [
    { subject: incidentSubject(incidentId), type: 'calls.unanswered', data },
  ])
}
