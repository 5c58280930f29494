import { mentionedIn, readable } from '../../kit/block-kit/index.ts'
import type { Reader } from '../../kit/db/index.ts'
import { peopleByAnyName } from './store.ts'

/** A message's text as people read it in Slack, with their names in place of ids. */
export async function plainWords(reader: Reader, text: string): Promise<string> {
  const people = await peopleByAnyName(reader, mentionedIn(text))
  return readable(text, new Map(people.map((person) => [person.id, person.name])))
}
