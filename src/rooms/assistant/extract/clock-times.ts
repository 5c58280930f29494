import { dayIn, momentOn } from '../../settings/index.ts'

/** `14:02`, `14：02` (after NFKC), with `utc` or `am` where it says so. */
const colon = /(?<![\d:.])(\d{1,2}):(\d{2})(?::\d{2})?(?![\d:])\s{0,2}(utc|gmt|z\b|[ap]\.?m\b)?/gu

/** `14時2分`, `午後2時半`, `2時頃`. Not `2時間`. */
const kanji = /(午前|午後|am|pm)?\s?(\d{1,2})時(?!間)(?:(\d{1,2})分|(半))?/gu

/** `2pm`. */
const hourOnly = /(?<![\d:.])(\d{1,2})\s?([ap])\.?m\b/gu

/** `5分前`, `10 minutes ago`. */
const ago = /(\d{1,3})\s{0,2}(?:分(?:ほど|くらい|ぐらい)?前|min(?:ute)?s? ago)/gu

/** Somebody who says 23:50 at 00:10 means yesterday; who says 13:30 at 12:35 means what is still to come. */
const aheadMs = 6 * 3_600_000

const dayMs = 24 * 3_600_000

/** A moment that a sentence names, and where in it. */
export type Named = { at: Date; index: number }

/** The times of day in a sentence (in its normal form), as moments of the day on which it was said or the one before, in the order in which they stand. */
export function momentsIn(norm: string, saidAt: Date, timeZone: string): Named[] {
  const found: Named[] = []
  const add = (index: number, hour: number, minute: number, zone: string) => {
    if (hour > 24 || minute > 59) return
    const at = lastAt(hour % 24, minute, saidAt, zone)
    found.push({ at, index })
  }
  for (const { 0: _, 1: hour, 2: minute, 3: mark, index } of norm.matchAll(colon)) {
    const utc = mark !== undefined && /^(?:utc|gmt|z)/u.test(mark)
    add(index, twelve(Number(hour), mark), Number(minute), utc ? 'UTC' : timeZone)
  }
  for (const { 1: half, 2: hour, 3: minute, 4: thirty, index } of norm.matchAll(kanji)) {
    add(index, twelve(Number(hour), half === '午後' ? 'pm' : half), Number(minute ?? (thirty ? 30 : 0)), timeZone)
  }
  for (const { 1: hour, 2: mark, index } of norm.matchAll(hourOnly)) {
    add(index, twelve(Number(hour), mark), 0, timeZone)
  }
  for (const { 1: minutes, index } of norm.matchAll(ago)) {
    found.push({ at: new Date(saidAt.getTime() - Number(minutes) * 60_000), index })
  }
  return found.toSorted((a, b) => a.index - b.index)
}

const twelve = (hour: number, mark: string | undefined): number => {
  if (mark?.startsWith('p') && hour < 12) return hour + 12
  return mark?.startsWith('a') && hour === 12 ? 0 : hour
}

function lastAt(hour: number, minute: number, saidAt: Date, zone: string): Date {
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  const today = momentOn(dayIn(zone, saidAt), time, zone)
  if (today.getTime() <= saidAt.getTime() + aheadMs) return today
  return momentOn(dayIn(zone, new Date(saidAt.getTime() - dayMs)), time, zone)
}
