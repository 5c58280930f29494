import { incidentSubject } from '../channel/index.ts'
import { bot, commit, type NewFact, unchanged, type World } from '../facts/index.ts'
import type { Inbox } from '../inbox/index.ts'
import type { Place } from './record.ts'
import { eraseMessage, writeEdit } from './store.ts'

/** The record says what the message says. */
export async function followEdit(world: World, place: Place, words: string, editedTs: string): Promise<void> {
  await commit(world, bot, async (tx) => {
    const [first, ...rest] = (await writeEdit(tx, place, words, editedTs)).map(fact('record.edited', place))
    return first ? { facts: [first, ...rest], result: undefined } : unchanged(undefined)
  })
}

/** A message was deleted: nothing of ours says any longer what it said. */
export async function forget(world: World, inbox: Pick<Inbox, 'scrub'>, place: Place): Promise<void> {
  await world.db.transaction((tx) => inbox.scrub(tx, place.channelId, place.ts))
  await commit(world, bot, async (tx, now) => {
    const [first, ...rest] = (await eraseMessage(tx, place, now)).map(fact('record.forgotten', place))
    return first ? { facts: [first, ...rest], result: undefined } : unchanged(undefined)
  })
}

const fact =
  (type: 'record.edited' | 'record.forgotten', { channelId, ts }: Place) =>
  (incidentId: string): NewFact => ({
    subject: incidentSubject(incidentId),
    type,
    data: { channel: channelId, ts },
  })
