import { type Special, specialsIn } from './specials.ts'

/**
 * A piece of what somebody wrote: a word in Latin letters, one Japanese letter, a mark, or what stands for a person or a time. `is` is folded
 * so that ways of writing the same are equal; `from` and `to` are where it stands in the text.
 */
export type Token = {
  kind: 'word' | 'kana' | 'han' | 'mark' | 'break' | 'number' | 'person' | 'time'
  is: string
  from: number
  to: number
  /** Whether a space stands before it. */
  spaced: boolean
  special?: Special
}

/**
 * Full width and half width, case, katakana, small kana, the long stroke, the doubling small tsu and the voicing marks make no difference:
 * these are what a phone or a hurry changes.
 */
export function tokensOf(text: string): Token[] {
  const flat = flattened(text)
  const tokens: Token[] = []
  let at = 0
  for (const special of specialsIn(flat)) {
    read(flat, at, special.from, tokens)
    const { from, to, kind } = special
    // An emoji says nothing, and parts nothing.
    if (kind !== 'emoji') tokens.push({ kind, is: `<${kind}>`, from, to, spaced: isSpaceBefore(flat, from), special })
    at = to
  }
  read(flat, at, flat.length, tokens)
  return tokens
}

/** Each letter in its plain width, where that leaves the text as long as it is. */
const flattened = (text: string): string =>
  [...text]
    .map((letter) => {
      const plain = letter.normalize('NFKC').toLowerCase()
      return plain.length === letter.length ? plain : letter
    })
    .join('')

const isSpaceBefore = (text: string, at: number): boolean => at > 0 && /\s/.test(text.charAt(at - 1))

function read(text: string, from: number, to: number, tokens: Token[]): void {
  let at = from
  while (at < to) {
    const letter = String.fromCodePoint(text.codePointAt(at) ?? 32)
    const end = at + letter.length
    const last = tokens.at(-1)
    const spaced = isSpaceBefore(text, at)
    const add = (kind: Token['kind'], is: string) => tokens.push({ kind, is, from: at, to: end, spaced })
    const isBeside = last?.to === at
    if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter)) {
      const is = plainKana(letter)
      if (is) add('kana', is)
      else if (last && isBeside) last.to = end
    } else if (/\p{Script=Han}|々/u.test(letter)) add('han', letter)
    else if (/[ー\p{M}゛゜]/u.test(letter) || (/[-‐–—―－]/.test(letter) && last?.kind === 'kana')) {
      // A dash is what a hurry makes of the long stroke.
      if (last && isBeside) last.to = end
    } else if (/[\p{L}\p{N}'’_]/u.test(letter)) {
      const is = letter === '’' ? "'" : letter
      const kind = /\d/.test(letter) ? 'number' : 'word'
      if (last && isBeside && last.kind === kind) {
        last.is += is
        last.to = end
      } else add(kind, is)
    } else if (/[、。,;.!?\n・／/]/.test(letter)) add('break', letter)
    else if (!/\s/.test(letter)) add('mark', letter)
    at = end
  }
}

const large: Readonly<Record<string, string>> = {
  ぁ: 'あ',
  ぃ: 'い',
  ぅ: 'う',
  ぇ: 'え',
  ぉ: 'お',
  ゃ: 'や',
  ゅ: 'ゆ',
  ょ: 'よ',
  ゎ: 'わ',
  っ: '',
}

/** A kana without width, voicing, size: what people mean is known without them. */
function plainKana(letter: string): string {
  const code = letter.normalize('NFKC').codePointAt(0) ?? 0
  const hiragana = code >= 0x30a1 && code <= 0x30f6 ? String.fromCodePoint(code - 0x60) : String.fromCodePoint(code)
  const bare = hiragana.normalize('NFD').charAt(0)
  return bare === 'ー' ? '' : (large[bare] ?? bare)
}
