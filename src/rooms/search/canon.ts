/** A text as it is compared, and from where to where in the text itself each letter of it came (UTF-16 units, as strings count). */
export type Canon = { norm: string; spans: readonly (readonly [from: number, to: number])[] }

/** One letter of a normal form, with its origin. */
type Letter = { is: string; cjk: boolean; from: number; to: number; was: string }

/** What belongs to the letter before it: marks, the half-width ﾞ and ﾟ, the vowels of Hangul, and what nobody sees. */
const group = /.[\p{M}\p{Cf}\u{FF9E}\u{FF9F}\u{1160}-\u{11FF}]*/gsu
const unseen = /\p{Cf}|\p{Variation_Selector}/gu
const isWord = /[\p{L}\p{N}\p{M}ー]/u
const isCjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]/u
const hiragana = /[\u{3041}-\u{3096}ゝゞ]/gu

/**
 * A text as it is compared: in the widths and forms of NFKC, hiragana as katakana, small letters, without what nobody sees. Every run of
 * one script has one space before it, so that a space marks where a word of letters begins; the parts of `loginFailed5xx` follow once
 * more by themselves at the end.
 */
export function canonOf(text: string): Canon {
  const runs = runsOf(lettersOf(text))
  const all = [...runs, ...runs.flatMap(partsOf)]
  let norm = ''
  const spans: [number, number][] = []
  for (const run of all) {
    const [first] = run
    if (!first) continue
    for (const { is, from, to } of [{ is: ' ', from: first.from, to: first.from }, ...run]) {
      norm += is
      for (let unit = 0; unit < is.length; unit++) spans.push([from, to])
    }
  }
  return { norm, spans }
}

/** The runs of a text in their normal form, each with the length of a script that has no spaces or not. */
export const wordsOf = (text: string): { word: string; cjk: boolean; was: string }[] =>
  runsOf(lettersOf(text)).map((run) => ({
    word: run.map(({ is }) => is).join(''),
    cjk: run[0]?.cjk ?? false,
    was: run.map(({ was }) => was).join(''),
  }))

/** Letters, and null where anything else stands between them. */
function lettersOf(text: string): (Letter | null)[] {
  return [...text.matchAll(group)].flatMap(({ 0: given, index }) => {
    const shown = given.normalize('NFKC').replace(unseen, '')
    // What nobody sees parts nothing.
    if (shown === '') return []
    const [from, to] = [index, index + given.length]
    return [...shown].map((was): Letter | null => {
      if (!isWord.test(was)) return null
      return { is: folded(was), cjk: isCjk.test(was), from, to, was }
    })
  })
}

const folded = (letter: string): string =>
  letter.replace(hiragana, (each) => String.fromCodePoint((each.codePointAt(0) ?? 0) + 0x60)).toLowerCase()

function runsOf(letters: readonly (Letter | null)[]): Letter[][] {
  const runs: Letter[][] = []
  let last: Letter | null = null
  for (const letter of letters) {
    if (letter && last && letter.cjk === last.cjk) runs.at(-1)?.push(letter)
    else if (letter) runs.push([letter])
    last = letter
  }
  return runs
}

/** The parts of `loginFailed5xx`: login, failed, 5, xx. */
function partsOf(run: readonly Letter[]): Letter[][] {
  if (run[0]?.cjk) return []
  const parts: Letter[][] = []
  for (const [at, letter] of run.entries()) {
    const before = run[at - 1]
    if (!before || begins(before.was, letter.was)) parts.push([letter])
    else parts.at(-1)?.push(letter)
  }
  return parts.length > 1 ? parts : []
}

const begins = (before: string, letter: string): boolean =>
  (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(letter)) || /\p{N}/u.test(before) !== /\p{N}/u.test(letter)
