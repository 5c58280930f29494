import { type Token, tokensOf } from './tokens.ts'

/** A phrase as the pieces by which it is compared, without the small words that people leave out or put in. */
export type Phrase = {
  pieces: readonly Pick<Token, 'kind' | 'is'>[]
  /** How many letters it has. */
  size: number
  /** Whether one kana may be wrong: the phrase has enough of them. */
  mayKanaSlip: boolean
}

/** A shorter word is another word when one letter differs. */
export const longEnough = 5

/** Small words inside (folded: が is か) a phrase that say nothing of what is meant. */
const smallWords = new Set(['を', 'の', 'に', 'か', 'は', 'the', 'a', 'an', 'my', 'our', 'this', 'to', 'it'])
export const isSmallWord = ({ kind, is }: Pick<Token, 'kind' | 'is'>): boolean => kind !== 'han' && smallWords.has(is)

const known = new Map<string, readonly Phrase[]>()

/** A phrase in every form in which it is looked for. The texts of a process are few: what was made once is kept. */
export function formsOf(phrase: string): readonly Phrase[] {
  const before = known.get(phrase)
  if (before) return before
  const forms = inflected(phrase).map((form) =>
    tokensOf(form).filter((token) => token.kind !== 'mark' && token.kind !== 'break' && !isSmallWord(token)),
  )
  const made = forms
    .filter((pieces) => pieces.length > 0)
    .map((pieces) => ({
      pieces,
      size: pieces.reduce((sum, { is }) => sum + is.length, 0),
      mayKanaSlip: pieces.filter(({ kind }) => kind === 'kana').length >= longEnough,
    }))
  known.set(phrase, made)
  return made
}

/**
 * What a Japanese verb in its dictionary form becomes where somebody asks, wants or tells: 「呼ぶ」 is said as 「呼んで」, 「呼びたい」, 「呼びます」.
 * Which of the two kinds a verb in 「る」 is of does not matter: the form that nobody says is never met.
 */
const endings: Readonly<Record<string, readonly string[]>> = {
  う: ['って', 'いたい', 'います', 'いました', 'った', 'おう', 'える'],
  く: ['いて', 'きたい', 'きます', 'きました', 'いた', 'こう', 'ける'],
  ぐ: ['いで', 'ぎたい', 'ぎます', 'ぎました', 'いだ', 'ごう', 'げる', 'ぎ'],
  す: ['して', 'したい', 'します', 'しました', 'した', 'そう', 'し'],
  つ: ['って', 'ちたい', 'ちます', 'ちました', 'った', 'とう'],
  ぬ: ['んで'],
  ぶ: ['んで', 'びたい', 'びます', 'びました', 'んだ', 'ぼう', 'べる'],
  む: ['んで', 'みたい', 'みます', 'みました', 'んだ', 'もう', 'める'],
  る: ['って', 'りたい', 'ります', 'りました', 'った', 'ろう', 'て', 'たい', 'ます', 'ました', 'た', 'よう'],
}

function inflected(phrase: string): string[] {
  if (phrase.endsWith('する')) return [phrase, phrase.slice(0, -2)]
  const others = /[\p{Script=Han}\p{Script=Hiragana}].$/u.test(phrase) ? (endings[phrase.slice(-1)] ?? []) : []
  return [phrase, ...others.map((ending) => phrase.slice(0, -1) + ending)]
}
