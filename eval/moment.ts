import { momentOn } from '../src/rooms/settings/index.ts'
import type { Case } from './case.ts'

/** A time of day of a case. Before four in the morning it is the next day, where the conversation began in the evening. */
export function momentOf({ day, zone, incident }: Case, time: string): Date {
  const at = momentOn(day, time.padStart(5, '0'), zone)
  const isNextDay = Number(time.split(':')[0]) < 6 && Number(incident.declared.split(':')[0]) >= 18
  return isNextDay ? new Date(at.getTime() + 24 * 3_600_000) : at
}
