/** Words of English with which a sentence begins, and days and months: no names of things. */
const common = new Set(
  `a an the it its this that these those we i he she they since as at by after before during until from in on of for to with while when
  all no not one two some most many several both each there here status impact update updates service incident handler customers users
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
  december utc jst gmt am pm ok`.split(/\s+/),
)

/** Names of things in Latin letters: `db-01`, `v2.3.1`, `Redis`, `payments-api`, `OOMKilled`, and placeholders. */
export function namesIn(text: string): string[] {
  const plain = text.normalize('NFKC')
  const isJapanese = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(plain)
  return [...plain.matchAll(/\[[A-Z]+[-–]\d{1,6}\]|[A-Za-z][\w./@#-]*\w|[A-Z]/g)].flatMap(({ 0: word, index }) => {
    if (word.startsWith('[')) return [word]
    if (common.has(word.toLowerCase())) return []
    const before = plain.slice(Math.max(0, index - 4), index).trimEnd()
    // Only in English a sentence begins with a capital.
    const begins = !isJapanese && (before === '' ? index <= 4 : /[.!?:\n]$/.test(before))
    const isName =
      /\d|[_/@#]|[a-z][A-Z]|^[A-Z]{2,}/.test(word) || /\w[.-]\w/.test(word) || (/^[A-Z]/.test(word) && !begins)
    return isName ? [word.toLowerCase()] : []
  })
}

/** Which of the people somebody knows of a sentence names. Names of one letter stand in too many words. */
export const peopleIn = (text: string, people: readonly string[]): string[] => {
  const plain = text.normalize('NFKC').toLowerCase()
  return people.filter((name) => name.length > 1 && plain.includes(name.normalize('NFKC').toLowerCase()))
}
