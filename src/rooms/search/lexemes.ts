/** A longer word is told from others by its beginning. */
export const longestWord = 60

const isCjkRun = /^[\p{Script=Han}\p{Script=Katakana}ー々〆]/u

/** By what a normal form is found, each once: words whole, of what is written without spaces every two letters and the last one alone. */
export function lexemesOf(norm: string): string[] {
  const found = new Set<string>()
  for (const word of norm.split(' ').filter(Boolean)) {
    const letters = [...word]
    if (!isCjkRun.test(word)) found.add(letters.slice(0, longestWord).join(''))
    else for (const at of letters.keys()) found.add(letters.slice(at, at + 2).join(''))
  }
  return [...found]
}

const monthNumber = (at: Date): number => at.getUTCFullYear() * 12 + at.getUTCMonth()
const monthText = (month: number): string => month.toString(36).padStart(3, '0')

/** The month of a moment (UTC) in three letters, which stand before every lexeme: one month is looked through without the others. */
export const monthOf = (at: Date): string => monthText(monthNumber(at))

/** The months from one moment to another, the newest first. */
export function monthsBack(from: Date, to: Date): string[] {
  const last = monthNumber(to)
  return Array.from({ length: Math.max(0, last - monthNumber(from) + 1) }, (_, back) => monthText(last - back))
}

/**
 * PostgreSQL takes no more than a megabyte of them for one row; what no message holds is found by its beginning. In bytes.
 * https://www.postgresql.org/docs/current/textsearch-limitations.html
 */
const mostBytes = 500_000

/** What stands in the index for a normal form. */
export function gramsOf(norm: string, at: Date): string[] {
  const month = monthOf(at)
  const grams: string[] = []
  let bytes = 0
  for (const lexeme of lexemesOf(norm)) {
    bytes += Buffer.byteLength(month + lexeme)
    if (bytes > mostBytes) break
    grams.push(month + lexeme)
  }
  return grams
}
