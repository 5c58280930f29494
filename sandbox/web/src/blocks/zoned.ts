/** Wall-clock time as `datetime-local` inputs hold it (`2026-11-23T09:05`), to and from moments, in a person's time zone. */

/** A moment in Unix seconds on the wall clock of that zone. */
export function epochToWall(seconds: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(seconds * 1000))
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '00'
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

/** An ISO moment on the wall clock of that zone; empty for what is no moment. */
export function isoToWall(iso: string, timeZone: string): string {
  const at = Date.parse(iso)
  return Number.isNaN(at) ? '' : epochToWall(Math.floor(at / 1000), timeZone)
}

/** The moment that a wall clock of that zone means, as ISO in UTC; undefined for an unfinished entry. */
export function wallToIso(wall: string, timeZone: string): string | undefined {
  const guess = Date.parse(`${wall}Z`)
  if (Number.isNaN(guess)) return undefined
  // The zone's offset is read at the guess, then once more at the corrected moment: right also around a change of the clocks.
  let at = guess
  for (let round = 0; round < 2; round++) {
    const shown = Date.parse(`${epochToWall(Math.floor(at / 1000), timeZone)}Z`)
    at += guess - shown
  }
  return new Date(at).toISOString()
}
