import type { Span } from './kind.ts'

type Group = { digits: string; from: number; to: number; isPlus: boolean }

/** Telephones and cards have no more groups of digits. */
const mostGroups = 6

/** Between two groups of one number stands no more than this: `) `, ` - `, a line's end. */
const between = /^[ \t\n().\-/]{1,3}$/

/**
 * Telephone numbers, cards and My Numbers in a folded text. Groups of digits that stand beside each other are tried together, the longest
 * first, so that a number is found however it is spaced.
 */
export function numbersIn(text: string): Span[] {
  const groups = groupsOf(text)
  const found: Span[] = []
  for (let at = 0; at < groups.length; ) {
    const hit = longestAt(text, groups, at)
    if (hit) found.push(hit.span)
    at += hit?.taken ?? 1
  }
  return found
}

function groupsOf(text: string): Group[] {
  return [...text.matchAll(/\d+/g)].map(({ 0: digits, index }) => {
    const isPlus = text[index - 1] === '+'
    const opens = text[index - 1] === '(' ? 1 : 0
    return { digits, from: index - (isPlus ? 1 : opens), to: index + digits.length, isPlus }
  })
}

function longestAt(text: string, groups: readonly Group[], first: number): { span: Span; taken: number } | undefined {
  const run = [groups[first]].flatMap((group) => group ?? [])
  while (run.length < mostGroups) {
    const [last, next] = [run.at(-1), groups[first + run.length]]
    if (
      !last ||
      !next ||
      next.isPlus ||
      !between.test(text.slice(last.to, next.from + (text[next.from] === '(' ? 1 : 0)))
    )
      break
    run.push(next)
  }
  for (let taken = run.length; taken > 0; taken--) {
    const tried = run.slice(0, taken)
    const kind = kindOf(tried)
    const [begin, end] = [tried[0], tried.at(-1)]
    if (kind && begin && end) return { span: { kind, from: begin.from, to: end.to }, taken }
  }
  return undefined
}

function kindOf(groups: readonly Group[]): Span['kind'] | undefined {
  const digits = groups.map((each) => each.digits).join('')
  if (groups[0]?.isPlus) return digits.length >= 8 && digits.length <= 15 ? 'phone' : undefined
  if (isCard(digits, groups)) return 'card'
  if (digits.length === 12 && hasCheckDigit(digits)) return 'mynumber'
  return isPhone(digits, groups) ? 'phone' : undefined
}

/** Begins as those of the networks do, and holds Luhn's sum. https://www.iso.org/standard/70484.html */
function isCard(digits: string, groups: readonly Group[]): boolean {
  const begins = digits.length === 14 ? /^3[0689]/ : digits.length === 13 ? /^4/ : /^[2-6]/
  const isLong = digits.length >= 13 && digits.length <= 19
  // A moment and a duration side by side are no card: its groups have three digits at least.
  return isLong && begins.test(digits) && groups.every((each) => each.digits.length >= 3) && luhn(digits)
}

export function luhn(digits: string): boolean {
  let sum = 0
  for (let n = 0; n < digits.length; n++) {
    const digit = Number(digits[digits.length - 1 - n])
    const twice = digit * 2
    sum += n % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice
  }
  return sum % 10 === 0
}

/** The last of the twelve digits of a My Number follows from the others. https://laws.e-gov.go.jp/document?lawid=426M60000008085 */
export function hasCheckDigit(digits: string): boolean {
  let sum = 0
  for (let n = 1; n <= 11; n++) sum += Number(digits[11 - n]) * (n <= 6 ? n + 1 : n - 5)
  const rest = sum % 11
  return Number(digits[11]) === (rest <= 1 ? 0 : 11 - rest)
}

/** In Japan ten or eleven digits that begin with 0; elsewhere three, three and four, apart. */
function isPhone(digits: string, groups: readonly Group[]): boolean {
  const lengths = groups.map((each) => each.digits.length).join('-')
  if (lengths === '3-3-4') return true
  if (!/^0[1-9]/.test(digits)) return false
  return digits.length === 10 || (digits.length === 11 && /^0[5-9]0/.test(digits))
}
