import { mentionedIn, readable } from '../../kit/block-kit/index.ts'
import type { Reader } from '../../kit/db/index.ts'
import { namesOf } from './names.ts'

/** A message's text as people read it in Slack, with their names in place of ids. */
export async function plainWords(reader: Reader, text: string): Promise<string> {
  return readable(text, await namesOf(reader, mentionedIn(text)))
}
