import { addPeople, lookUp } from '../assembly/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { commit, person, Refusal, type World } from '../facts/index.ts'
import { hold, isOpen } from '../incident/index.ts'
import { type CallInput, calledReason, callInput } from './call.ts'
import { addCall } from './store.ts'

/** Somebody needs people whom the policy did not bring: those of a function, single ones, or both. */
export async function callPeople(world: World, by: string, incidentId: string, input: CallInput): Promise<void> {
  const { function: key, people: picked, reason } = callInput.parse(input)
  const wanted = key === null ? undefined : world.settings().functions[key]
  if (key !== null && !wanted) throw new Refusal('function-unknown', {}, 'function')
  if (!wanted && picked.length === 0) throw new Refusal('nobody-chosen', {}, 'people')
  await commit(world, person(by), async (tx, now) => {
    const incident = await hold(tx, incidentId)
    if (!isOpen(incident)) throw new Refusal('move-illegal', { from: incident.status, to: 'responding' })
    // What is said of a private incident anywhere else would say too much: there only people are called.
    const channels = incident.visibility === 'private' ? [] : (wanted?.channels ?? [])
    const found = await lookUp(tx, { parties: wanted?.people ?? [], channels, picked })
    if (found.people.length === 0 && found.channels.length === 0) throw new Refusal('nobody-found', {}, 'function')
    const call = { incidentId, by, at: now, function: key, reason, channels: found.channels }
    const n = await addCall(tx, call)
    const called = found.people.map((each) => ({ ...each, reason: calledReason(n) }))
    await addPeople(tx, incidentId, called, now)
    const count = called.filter(({ skipped }) => !skipped).length
    const skipped = called.length - count
    const data = { n, function: key, people: count, skipped, channels: found.channels, gaps: found.gaps, reason }
    return { facts: [{ subject: incidentSubject(incidentId), type: 'calls.made', data }], result: undefined }
  })
}
