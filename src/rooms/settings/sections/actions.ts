import { z } from 'zod'
import { key } from '../values/address.ts'
import { duration, type Milliseconds, parseDuration } from '../values/duration.ts'
import { momentOn, plusDays, timeOfDay } from '../values/local-time.ts'
import { nextDigest, weekdays } from './upkeep.ts'
import { type WorkingSettings, whenAtWork } from './working-hours.ts'

/** A length of time before (`-3d`) or after (`7d`) something; comes out in milliseconds, negative before. */
const shift = z
  .string('shift')
  .refine((text) => parseDuration(text.replace(/^-/, '')) !== undefined, 'shift')
  .transform((text): Milliseconds => (parseDuration(text.replace(/^-/, '')) ?? 0) * (text.startsWith('-') ? -1 : 1))

const repository = z.string('repository').regex(/^[\w.-]+\/[\w.-]+$/, 'repository')

/** In which repository the issues of action items are. */
const issues = z.strictObject({
  repository: repository.optional().describe('On GitHub, owner/name, where the service has none. リポジトリ'),
  services: z.record(key, repository).default({}).describe('By service. サービスごとのリポジトリ'),
  private: repository
    .optional()
    .describe('Of private incidents: a private repository. 非公開のインシデント用（非公開リポジトリ）'),
  label: z.string().trim().min(1).max(50).default('action-item').describe('By which our issues are found. ラベル'),
  drills: z.boolean().default(false).describe('Whether those of drills get issues too. 訓練の分も作るか'),
  poll: duration.prefault('15m').describe('How often GitHub is asked, webhook or not. 問い合わせの間隔'),
})

/** How action items are asked after. */
export const actions = z.strictObject({
  remind: z
    .array(shift)
    .max(20)
    .prefault(['-3d', '0d', '3d', '7d'])
    .describe('When the owner is reminded, counted from the due day. 期限から数えた催促の日'),
  issues: z
    .union([z.literal('off'), issues])
    .default('off')
    .describe('Where each gets an issue on GitHub; or off. GitHub の issue'),
  at: timeOfDay.default('10:00').describe('The time of day of reminders. 催促の時刻'),
  board: z
    .union([
      z.literal('off'),
      z.strictObject({
        weekday: z.enum(weekdays).default('mon').describe('曜日'),
        at: timeOfDay.default('10:00').describe('時刻'),
        drills: z.boolean().default(false).describe('Whether those of drills stand there too. 訓練の分も載せるか'),
      }),
    ])
    .prefault({})
    .describe('What is open, once a week in the service’s channels; or off. 週に一度の一覧'),
})

export type ActionSettings = { actions: z.output<typeof actions>; timezone: string }

const dayMs = 86_400_000

/** Each moment at which the owner of what is due on a day is reminded, the earliest first, with how far it is from that day. */
export function remindersOf(
  dueOn: string,
  { actions: { remind, at }, timezone }: ActionSettings,
): { shift: Milliseconds; at: Date }[] {
  return [...new Set(remind)]
    .map((shift) => {
      const days = Math.floor(shift / dayMs)
      return { shift, at: new Date(momentOn(plusDays(dueOn, days), at, timezone).getTime() + shift - days * dayMs) }
    })
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

/** The next time of day at which people are reminded. */
export function nextReminding({ actions: { at }, timezone }: ActionSettings, after: Date): Date {
  const next = nextDigest({ digest: { at, weekdays: [...weekdays] }, timezone }, after)
  if (!next) throw new RangeError('Every day has a time of reminders')
  return next
}

/** Longer than any row of days off that a calendar of holidays makes of a working week. */
const longestBreakMs = 14 * dayMs

/**
 * When the weekly board is due next; undefined when it is off. Where its day is a day off, or its time is outside working hours, it comes
 * when people are at work again.
 */
export function nextBoard(settings: ActionSettings & WorkingSettings, after: Date): Date | undefined {
  const { actions, timezone } = settings
  if (actions.board === 'off') return undefined
  const digest = { at: actions.board.at, weekdays: [actions.board.weekday] }
  // The board of a day off may be still to come when its own day has passed.
  let due = nextDigest({ digest, timezone }, new Date(after.getTime() - longestBreakMs))
  while (due && whenAtWork(settings, due) <= after) due = nextDigest({ digest, timezone }, due)
  return due && whenAtWork(settings, due)
}
