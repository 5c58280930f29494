/** A text as detectors read it, and where each of its letters stood in the original (`from`, and where the last one ends). */
export type Folded = { text: string; from: readonly number[] }

/** Marks that nobody sees, by which a number would be broken in two. https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point */
const unseen = /^\p{Default_Ignorable_Code_Point}$/u

/** Whatever stands for a hyphen. */
const dashes = /^[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]$/u

/** The long vowel, which people type for a hyphen between digits. */
const longVowel = /^[\u30FC\uFF70]$/u

/** Wide letters as plain ones, dashes as hyphens, without what nobody sees. Letter by letter, so that each keeps its place. */
export function foldedOf(original: string): Folded {
  let text = ''
  const from: number[] = []
  let at = 0
  for (const letter of original) {
    const isHyphen = dashes.test(letter) || (longVowel.test(letter) && /\d$/.test(text.slice(-1)))
    const plain = unseen.test(letter) ? '' : isHyphen ? '-' : letter.normalize('NFKC')
    for (let n = 0; n < plain.length; n++) from.push(at)
    text += plain
    at += letter.length
  }
  from.push(at)
  return { text, from }
}
