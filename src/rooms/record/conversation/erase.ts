import type { Tx } from '../../../kit/db/index.ts'
import { incidentSubject } from '../../channel/index.ts'
import { bot, type NewFact, recordFacts, type World } from '../../facts/index.ts'
import { entryOfMessage } from '../timeline/entry.ts'
import { ownWords } from '../timeline/own-words.ts'
import { changeEditWords, editsOfEntry } from '../timeline/store.ts'
import { type Erased, eraseMessages } from './store.ts'

/**
 * Messages are gone in Slack: their words go from the record, and from what people wrote over them what they took from
 * there. Facts tell other rooms, which have made something of them. Answers how many stood in a record.
 */
export async function erase(world: World, tx: Tx, channelId: string, keys: readonly string[]): Promise<number> {
  const now = world.clock.now()
  const erased = await eraseMessages(tx, channelId, keys, now)
  for (const each of erased) await eraseQuotes(tx, channelId, each)
  const facts = erased.map(
    ({ incidentId, ts }): NewFact => ({
      subject: incidentSubject(incidentId),
      type: 'record.forgotten',
      data: { channel: channelId, ts },
    }),
  )
  if (facts.length > 0) await recordFacts(world, tx, bot, now, facts)
  return erased.length
}

async function eraseQuotes(tx: Tx, channelId: string, { incidentId, ts, words }: Erased): Promise<void> {
  if (words === null) return
  for (const edit of await editsOfEntry(tx, incidentId, entryOfMessage({ channelId, ts }))) {
    const kept = { words: ownWords(edit.words, words), reason: ownWords(edit.reason, words) }
    if (kept.words !== edit.words || kept.reason !== edit.reason) await changeEditWords(tx, incidentId, edit, kept)
  }
}
