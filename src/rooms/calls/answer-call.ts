import { incidentChannelById, incidentSubject } from '../channel/index.ts'
import { commit, type NewFact, person, Refusal, unchanged, type World } from '../facts/index.ts'
import { hold } from '../incident/index.ts'
import type { Answer } from './call.ts'
import { answerOf, callExists, openCallsOf, putAnswer } from './store.ts'

/** Somebody presses that they come, or that they cannot. Whoever was not called may come too. */
export async function answerCall(
  world: World,
  by: string,
  incidentId: string,
  { n, answer }: { n: number; answer: Answer },
): Promise<void> {
  await commit(world, person(by), async (tx, now) => {
    await hold(tx, incidentId)
    if (!(await callExists(tx, incidentId, n))) throw new Refusal('call-unknown')
    // The button pressed twice says nothing new.
    if ((await answerOf(tx, incidentId, n, by)) === answer) return unchanged(undefined)
    await putAnswer(tx, { incidentId, n, userId: by, answer, at: now })
    const data = { n, user: by, answer, how: 'button' as const }
    return { facts: [{ subject: incidentSubject(incidentId), type: 'calls.answered', data }], result: undefined }
  })
}

/** A person who was called says something in the channel, or reacts there: they are there, whatever they press. */
export async function noteThere(
  world: World,
  channelId: string,
  userId: string,
  how: 'words' | 'reaction',
): Promise<void> {
  const channel = await incidentChannelById(world.db.read, channelId)
  // Most of what is said in a channel answers no call: that costs no transaction.
  if (!channel || (await openCallsOf(world.db.read, channel.incidentId, userId)).length === 0) return
  const { incidentId } = channel
  await commit(world, person(userId), async (tx, now) => {
    await hold(tx, incidentId)
    const facts: NewFact[] = []
    for (const n of await openCallsOf(tx, incidentId, userId)) {
      await putAnswer(tx, { incidentId, n, userId, answer: 'coming', at: now })
      const data = { n, user: userId, answer: 'coming' as const, how }
      facts.push({ subject: incidentSubject(incidentId), type: 'calls.answered', data })
    }
    const [first, ...rest] = facts
    return first ? { facts: [first, ...rest], result: undefined } : unchanged(undefined)
  })
}
