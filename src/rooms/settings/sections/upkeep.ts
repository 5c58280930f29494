import { z } from 'zod'
import { duration, type Milliseconds } from '../values/duration.ts'
import { dayIn, momentOn, plusDays, timeOfDay, weekdayOf } from '../values/local-time.ts'

/** How long after the end a channel is archived, or that people do it. */
export const archiveAfter = z
  .union([z.literal('off'), duration], 'duration')
  .prefault('3d')
  .describe('From 完了, 取り下げ or 統合 until the bot archives the channel; or off. アーカイブまでの時間')

const dayMs = 86_400_000

/** How long before the archiving it is said: a day, or half the time where that is shorter. */
export const archiveNotice = (afterMs: Milliseconds): Milliseconds => Math.min(dayMs, afterMs / 2)

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** When those who can act hear which incidents are recovered and not completed. */
export const digest = z
  .union([
    z.literal('off'),
    z.strictObject({
      at: timeOfDay.default('10:00').describe('In the time zone of the settings. 時刻'),
      weekdays: z.array(z.enum(weekdays)).min(1).default(['mon', 'tue', 'wed', 'thu', 'fri']).describe('曜日'),
    }),
  ])
  .prefault({})
  .describe('What is recovered and not completed, once a day; or off. 毎日のまとめ')

export type Digest = z.output<typeof digest>

/** The first moment after `after` at which the digest is due; undefined when it is off. Safe where clocks are put forward or back. */
export function nextDigest({ digest, timezone }: { digest: Digest; timezone: string }, after: Date): Date | undefined {
  if (digest === 'off') return undefined
  const today = dayIn(timezone, after)
  for (let ahead = 0; ahead <= 8; ahead++) {
    const day = plusDays(today, ahead)
    const weekday = weekdays[(weekdayOf(day) + 6) % 7]
    if (!weekday || !digest.weekdays.includes(weekday)) continue
    const at = momentOn(day, digest.at, timezone)
    if (at > after) return at
  }
  return undefined
}
