/** Letters with which Japanese, Chinese and Korean names are written: their words have no blanks between them. */
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々 ]+$/u

/** What a name is followed by where a short one surely is a person's. */
const honorifics = '(?:さん|さま|様|氏|くん|君|ちゃん|先輩|課長|部長|社長)'

/** The names of people in a text, as they stand there: whole, or the part that people call each other by. */
export function namedIn(words: string, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const parts = name
      .normalize('NFKC')
      .split(/[\s・,、/()（）]+/u)
      .filter(Boolean)
    return [parts.join(' '), parts.join(''), ...parts].flatMap((part) => partIn(words, part) ?? [])
  })
}

function partIn(words: string, part: string): string | undefined {
  const literal = part.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
  if (unspaced.test(part)) {
    // 森 is a wood and 森さん a person; longer ones seldom are anything else.
    const pattern = [...part].length < 2 ? `${literal}${honorifics}` : `${literal}${honorifics}?`
    return new RegExp(pattern, 'u').exec(words)?.[0]
  }
  if ([...part].length < 3) return undefined
  // Names are written with a capital letter, which tells Will from will.
  const found = new RegExp(`(?<![\\p{L}\\p{N}_])@?${literal}(?![\\p{L}\\p{N}_])`, 'u').exec(words)
  return found && /\p{Lu}|\p{Lo}/u.test(part) ? found[0] : undefined
}
