import { inabilities } from '../access/index.ts'
import type { Voice } from '../situation/index.ts'
import { texts } from './texts.ts'

/** Why somebody cannot be given anything to do, as a sentence. A word that is newer than we are says that they cannot. */
export function inabilityWords(why: string, { locale }: Voice): string {
  const known = [...inabilities, 'asked' as const].find((each) => each === why)
  return texts.in(locale)(known ? `person.${known}` : 'person.unable')
}
