import { type Cue, cues } from './cue.ts'
import { en } from './en.ts'
import { ja } from './ja.ts'

const hasJapanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u

const hasWords = /[a-z]{2}/u

/** No sentence of people is longer; what is, is a log. */
const longestRead = 400

/** What a sentence shows, in whichever language or both: people mix them. Time grows with the sentence. */
export function cuesIn(norm: string): ReadonlySet<Cue> {
  const read = norm.slice(0, longestRead)
  const lexicons = [...(hasJapanese.test(read) ? [ja] : []), ...(hasWords.test(read) ? [en] : [])]
  return new Set(cues.filter((cue) => lexicons.some((lexicon) => lexicon[cue].some((pattern) => pattern.test(read)))))
}
