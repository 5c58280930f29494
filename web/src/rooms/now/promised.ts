import { clock, lasting } from '../../kit/time/words.ts'
import type { Locale } from '../../kit/words/locale.ts'

/** When the next update is due: what the texts of it are called, what stands in their gaps, and whether somebody should do something about it. */
export type Promised = { is: 'none' | 'in' | 'now' | 'late'; gaps: Record<string, string>; isLate: boolean }

/** Within this minute nobody is late. */
const minuteMs = 60_000

/** `at`: the moment that was promised, if any; `now` in milliseconds. */
export function promisedOf(at: string | null, now: number, locale: Locale): Promised {
  if (at === null) return { is: 'none', gaps: {}, isLate: false }
  const leftMs = Date.parse(at) - now
  const when = clock(at, now, locale)
  if (leftMs >= minuteMs) return { is: 'in', gaps: { when, left: lasting(leftMs, locale) }, isLate: false }
  if (leftMs > -minuteMs) return { is: 'now', gaps: { when }, isLate: false }
  return { is: 'late', gaps: { when, late: lasting(-leftMs, locale) }, isLate: true }
}
