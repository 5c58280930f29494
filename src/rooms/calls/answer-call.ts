import { z } from 'zod'
import { wholeNumber } from '../../kit/wire.ts'
import { incidentSubject } from '../channel/index.ts'
import { type Change, commit, type NewFact, person, type Unchanged, unchanged, type World } from '../facts/index.ts'
import { type Deed, hold, ofIncident, personOf, verb } from '../incident/index.ts'
import type { Answer } from './call.ts'
import { answerOf, callExists, openCallsOf, putAnswer } from './store.ts'

const answerInput = z.strictObject({
  call: ofIncident(wholeNumber, 'call-unknown', ({ tx, incident }, n) => callExists(tx, incident.id, Number(n))),
})

/** Somebody says that they come. Whoever was not called may come too. */
export const onIt = verb({
  name: 'on-it',
  input: answerInput,
  right: 'take-part',
  change: (deed, { call }) => answered(deed, call, 'coming'),
})

/** Somebody says that they cannot come. */
export const cannotCome = verb({
  name: 'cannot-come',
  input: answerInput,
  right: 'take-part',
  change: (deed, { call }) => answered(deed, call, 'declined'),
})

async function answered(
  { tx, now, caller, incident }: Deed,
  n: number,
  answer: Answer,
): Promise<Change<undefined> | Unchanged<undefined>> {
  const by = personOf(caller)
  // The button pressed twice says nothing new.
  if ((await answerOf(tx, incident.id, n, by)) === answer) return unchanged(undefined)
  await putAnswer(tx, { incidentId: incident.id, n, userId: by, answer, at: now })
  const data = { n, user: by, answer, how: 'button' as const }
  return { facts: [{ subject: incidentSubject(incident.id), type: 'calls.answered', data }], result: undefined }
}

/** A person who was called says something in the channel, or reacts there: they are there, whatever they press. */
export async function noteThere(
  world: World,
  channelId: string,
  userId: string,
  how: 'words' | 'reaction',
): Promise<void> {
  // Most of what is said in a channel answers no call: that costs no transaction.
  const [open] = await openCallsOf(world.db.steady, channelId, userId)
  if (!open) return
  const { incidentId } = open
  await commit(world, person(userId), async (tx, now) => {
    await hold(tx, incidentId)
    const facts: NewFact[] = []
    for (const { n } of await openCallsOf(tx, channelId, userId)) {
      await putAnswer(tx, { incidentId, n, userId, answer: 'coming', at: now })
      const data = { n, user: userId, answer: 'coming' as const, how }
      facts.push({ subject: incidentSubject(incidentId), type: 'calls.answered', data })
    }
    const [first, ...rest] = facts
    return first ? { facts: [first, ...rest], result: undefined } : unchanged(undefined)
  })
}
