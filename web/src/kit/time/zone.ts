import type { Locale } from '../words/locale.ts'

/** The zone in which all times of the pages stand: the company's, as it is in summaries, filters and documents. */
let zone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** Takes the company's zone; one that this browser does not know leaves its own. */
export function settleZone(said: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: said })
    zone = said
  } catch {
    // A RangeError is the answer: an old browser does not know a new zone.
  }
}

/** The format of a moment in the company's zone. */
export const formatIn = (tag: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(tag, { ...options, timeZone: zone })

/** A moment in milliseconds as the company's clocks show it, to the minute: `2026-11-29T23:05`. */
export function wallOf(at: number): string {
  const parts = Object.fromEntries(
    formatIn('en-CA', {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`
}

/** How far the company's clocks are ahead of UTC at a moment, in milliseconds. */
const aheadAt = (at: number): number => Date.parse(`${wallOf(at)}Z`) - Math.floor(at / 60_000) * 60_000

/** The moment in milliseconds at which the company's clocks show this; an hour that they leave out is the one after it. */
export function momentAt(wall: string): number {
  const asUtc = Date.parse(`${wall}Z`)
  return asUtc - aheadAt(asUtc - aheadAt(asUtc))
}

/** Whether the clocks of whoever looks show another time than the company's. */
export const isElsewhere = (at: number): boolean => aheadAt(at) !== -new Date(at).getTimezoneOffset() * 60_000

/** The zone as people call it: `日本標準時`, `Japan Standard Time`. */
export function zoneWords(at: number, locale: Locale): string {
  const parts = formatIn(locale === 'ja' ? 'ja-JP' : 'en-GB', { timeZoneName: 'long' }).formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone
}
