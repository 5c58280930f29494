import { z } from 'zod'
import { duration, type Milliseconds } from './duration.ts'

/** How long after the end a channel is archived, or that people do it. */
export const archiveAfter = z
  .union([z.literal('off'), duration], 'duration')
  .prefault('3d')
  .describe('From 完了, 取り下げ or 統合 until the bot archives the channel; or off. アーカイブまでの時間')

const dayMs = 86_400_000

/** How long before the archiving it is said: a day, or half the time where that is shorter. */
export const archiveNotice = (afterMs: Milliseconds): Milliseconds => Math.min(dayMs, afterMs / 2)

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** When those who can act are told what is recovered and not completed. */
export const digest = z
  .union([
    z.literal('off'),
    z.strictObject({
      at: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'clock')
        .default('10:00')
        .describe('In the time zone of the settings. 時刻'),
      weekdays: z.array(z.enum(weekdays)).min(1).default(['mon', 'tue', 'wed', 'thu', 'fri']).describe('曜日'),
    }),
  ])
  .prefault({})
  .describe('What is recovered and not completed, once a day; or off. 毎日のまとめ')

export type Digest = z.output<typeof digest>

/** The first moment after `after` at which the digest is due; undefined when it is off. Safe where clocks are put forward or back. */
export function nextDigest({ digest, timezone }: { digest: Digest; timezone: string }, after: Date): Date | undefined {
  if (digest === 'off') return undefined
  const local = localOf(after, timezone)
  for (let ahead = 0; ahead <= 8; ahead++) {
    const day = new Date(Date.UTC(local.year, local.month - 1, local.day + ahead))
    const weekday = weekdays[(day.getUTCDay() + 6) % 7]
    if (!weekday || !digest.weekdays.includes(weekday)) continue
    const at = momentOn(day, digest.at, timezone)
    if (at > after) return at
  }
  return undefined
}

/**
 * The moment at which clocks in a zone show `at` (`10:00`) on a day of the calendar (UTC midnight); where they skip it, the one
 * just as long after midnight as they would.
 */
export function momentOn(day: Date, at: string, timezone: string): Date {
  const [hour = 0, minute = 0] = at.split(':').map(Number)
  const wanted = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), hour, minute)
  const first = wanted - offsetOf(new Date(wanted), timezone)
  const second = wanted - offsetOf(new Date(first), timezone)
  return new Date(second)
}

/** How far clocks in a zone are ahead of UTC at a moment, in milliseconds. */
function offsetOf(at: Date, timezone: string): Milliseconds {
  const { year, month, day, hour, minute } = localOf(at, timezone)
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at.getTime() / 60_000) * 60_000
}

function localOf(at: Date, timezone: string) {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0)
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') }
}
