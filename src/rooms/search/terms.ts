import { wordsOf } from './canon.ts'
import { longestWord } from './lexemes.ts'

/**
 * One thing that must stand in what is found: `inside`, as it stands in a normal form, a word of letters with the space before it, so that
 * it is found by its beginning; `lexemes`, each of which is in the index, an open one as the beginning of one.
 */
export type Term = { inside: string; lexemes: readonly { is: string; isOpen: boolean }[] }

/** More than this nobody means. */
const mostTerms = 12

/** What somebody looks for: all of it must be there. A ー at the end of a word of katakana may be there or not (サーバー, サーバ). */
export function termsOf(query: string): Term[] {
  const pieces = wordsOf(query).flatMap(({ word, cjk, was }) => (cjk ? withoutLongEnd(was, word) : [word]))
  return [...new Set(pieces)].slice(0, mostTerms).map(termOf)
}

/** The parts of a run between words of four letters of katakana and more that end in ー, without that. */
function withoutLongEnd(was: string, word: string): string[] {
  const letters = [...word]
  const parts: string[] = []
  let begin = 0
  for (const { 0: katakana, index } of was.matchAll(/[ァ-ヺー]+/gu)) {
    const size = [...katakana].length
    if (!katakana.endsWith('ー') || size < 4) continue
    const end = [...was.slice(0, index)].length + size
    parts.push(letters.slice(begin, end - 1).join(''))
    begin = end
  }
  return [...parts, letters.slice(begin).join('')].filter(Boolean)
}

function termOf(piece: string): Term {
  const letters = [...piece]
  const isCjk = /^[\p{Script=Han}\p{Script=Katakana}ー々〆]/u.test(piece)
  if (!isCjk) {
    const word = letters.slice(0, longestWord).join('')
    return { inside: ` ${word}`, lexemes: [{ is: word, isOpen: true }] }
  }
  const pairs = letters.slice(0, -1).map((_, at) => ({ is: letters.slice(at, at + 2).join(''), isOpen: false }))
  return { inside: piece, lexemes: pairs.length > 0 ? pairs : [{ is: piece, isOpen: true }] }
}

/** What the index is asked for in one month. Lexemes are letters and digits alone: nothing in them has to be escaped. */
export const tsqueryOf = (terms: readonly Term[], month: string): string =>
  terms.flatMap(({ lexemes }) => lexemes.map(({ is, isOpen }) => `'${month}${is}'${isOpen ? ':*' : ''}`)).join(' & ')
