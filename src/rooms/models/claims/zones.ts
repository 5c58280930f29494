import type { TimeOfDay } from './numbers.ts'

/** Minutes ahead of UTC. */
const offsets: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  Z: 0,
  JST: 540,
  PST: -480,
  PDT: -420,
  EST: -300,
  EDT: -240,
  CET: 60,
  CEST: 120,
}

const day = 24 * 60

/** A time of day as the incident's clocks show it: one that names its zone is carried over, any other is taken for local. */
export function localMinute({ minute, zone }: TimeOfDay, localOffset: number): number {
  const offset = zone === null ? undefined : offsets[zone]
  return offset === undefined ? minute % day : (((minute - offset + localOffset) % day) + day) % day
}

/** How far a time zone is ahead of UTC at a moment, in minutes. */
export function offsetOf(timeZone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at)
  const [, sign = '+', hours = '0', minutes = '0'] =
    /GMT([+-])(\d{2}):(\d{2})/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/** Which minute of the day a moment is there. */
export const minuteOf = (at: Date, offset: number): number =>
  (((Math.floor(at.getTime() / 60_000) + offset) % day) + day) % day
