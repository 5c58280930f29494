/**
 * Text as a database, JSON and UTF-8 take it. People paste U+0000 into Slack, and what cuts texts by their length leaves half of a
 * surrogate pair: PostgreSQL refuses both, in text and in jsonb.
 */

/** The text with U+FFFD for each half of a surrogate pair, and then without U+0000: two halves around one do not become a pair. */
export function wellFormed(text: string): string {
  const whole = text.toWellFormed()
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole
}

/** What takes no room where it stands, what turns the direction of a line, and control characters. Joiners of emoji and of letters are none. */
const unseen = /[\p{Cc}\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\u3164\ufeff\uffa0]/u
const allUnseen = new RegExp(unseen, 'gu')

/** The text without what nobody sees in it. */
export const withoutUnseen = (text: string): string => text.replace(allUnseen, '')

/** What turns the direction of all that follows in a line, whoever wrote that: overrides, embeddings and isolates. Single marks stay. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g

/** The text without what would turn the rest of a line of ours around: right-to-left words keep their own direction. */
export const withoutTurning = (text: string): string => text.replace(turning, '')

/** The text without spaces around it, and empty where nothing of it is seen: a required field is not filled by a zero-width space. */
export const trimmed = (text: string): string => (withoutUnseen(text).trim() === '' ? '' : withoutTurning(text).trim())

/** A value with every text in it well-formed, keys too. What is well-formed already stays the same object. */
export function wellFormedDeep<T>(value: T): T {
  // It becomes of the same type: texts stay texts, lists lists, and objects keep their keys but for odd ones.
  return deep(value) as T
}

function deep(value: unknown): unknown {
  if (typeof value === 'string') return wellFormed(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const items = value.map(deep)
    return items.some((item, n) => item !== value[n]) ? items : value
  }
  const entries = Object.entries(value)
  const better = entries.map(([key, item]) => [wellFormed(key), deep(item)] as const)
  return better.some(([key, item], n) => key !== entries[n]?.[0] || item !== entries[n]?.[1])
    ? Object.fromEntries(better)
    : value
}

/** Where escapes may stand for what is not well-formed: no JSON holds it otherwise. */
const suspicious = /\\u(?:0000|d[89a-f])/i

/** Nothing that is meant is nested deeper; what goes through it by calling itself would run out of stack, the database too. */
const deepest = 200

/** Whether a value is nested no deeper than anything that is meant. */
function isShallow(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return false
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []))
  }
  return true
}

/** JSON from outside, well-formed. Throws a SyntaxError for what is none, or is nested too deep. */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text)
  if (!isShallow(value)) throw new SyntaxError('It is nested too deep')
  return suspicious.test(text) || !text.isWellFormed() ? deep(value) : value
}

/** A value as JSON that PostgreSQL takes, also into jsonb. Undefined for what JSON cannot say. */
export function jsonText(value: unknown): string | undefined {
  // The types of TypeScript leave out that it answers undefined for undefined.
  const text = JSON.stringify(value) as string | undefined
  if (!text?.includes('\\u')) return text
  // Whole pairs are written as they are: what is escaped is a half.
  return text.replace(
    /(?<!\\)((?:\\\\)*)\\u(0000|d[89a-f][\da-f]{2})/g,
    (_, before: string, code: string) => `${before}${code === '0000' ? '' : '\ufffd'}`,
  )
}
