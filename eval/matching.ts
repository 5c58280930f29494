/**
 * A text as it is compared: width and case do not count, nor do spaces, commas within numbers and kinds of dashes; times of day are written
 * as `14:02`, those of UTC also as in the case's own zone.
 */
export function comparable(text: string, utcOffsetMinutes = 0): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .replace(/[‐‑‒–—−]/gu, '-')
    .replace(/(?<=\d),(?=\d{3})/gu, '')
    .replace(/(\d{1,2})時(\d{1,2})分/gu, (_, hour: string, minute: string) => clock(hour, minute))
    .replace(/(\d{1,2})時半/gu, (_, hour: string) => clock(hour, '30'))
    .replace(/(?<![\d:])(\d):(\d{2})(?!\d)/gu, '0$1:$2')
  const local = [...plain.matchAll(/(\d{2}):(\d{2})\s?(?:utc|gmt|z)\b/gu)].map(([, hour, minute]) => {
    const minutes = (Number(hour) * 60 + Number(minute) + utcOffsetMinutes + 1440) % 1440
    return clock(`${Math.floor(minutes / 60)}`, `${minutes % 60}`)
  })
  return `${plain} ${local.join(' ')}`.replace(/\s+/gu, '')
}

const clock = (hour: string, minute: string): string => `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`

/** Whether a sentence holds what a matcher asks for. */
export function holds(sentence: string, matcher: string): boolean {
  const text = comparable(sentence)
  const pattern = /^\/(.*)\/$/u.exec(matcher)
  // A case is written by whoever runs it.
  if (pattern?.[1]) return new RegExp(pattern[1], 'u').test(text)
  return matcher.split(' + ').every((part) => text.includes(comparable(part)))
}

export const holdsAny = (sentence: string, matchers: readonly string[]): boolean =>
  matchers.some((matcher) => holds(sentence, matcher))
