import { mentionedIn } from '../../kit/block-kit/index.ts'
import type { Reader } from '../../kit/db/index.ts'
import { namesOf } from '../directory/index.ts'
import { type Proposal, peopleInEntry, type Telling, type TimelineEntry } from '../record/index.ts'
import type { Situation, Voice } from '../situation/index.ts'

/** What entries and proposals need for their words: people by name, so that a look mentions nobody. */
export async function timelineTelling(
  reader: Reader,
  entries: readonly TimelineEntry[],
  proposals: readonly Proposal[],
  { todos }: Pick<Situation, 'todos'>,
  { locale, settings }: Voice,
): Promise<Telling> {
  const all = [...todos.list, ...todos.closed]
  const names = await namesOf(reader, [
    ...entries.flatMap(peopleInEntry),
    ...entries.flatMap(({ edits }) => edits.map(({ by }) => by)),
    ...proposals.flatMap(({ message }) => [message.author ?? '', ...mentionedIn(message.words)]),
    ...all.flatMap(({ words }) => mentionedIn(words ?? '')),
  ])
  return { locale, settings, names, todos: new Map(all.map(({ id, words }) => [id, words])) }
}
