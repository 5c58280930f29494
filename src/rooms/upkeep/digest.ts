import type { Tx } from '../../kit/db/index.ts'
import { cancelTimer, holdTimer, setTimer, type Timer, timerOf } from '../../kit/timers/index.ts'
import { clockwork, type KeepTimer, recordFacts, type World } from '../facts/index.ts'
import { recoveredIncidents } from '../incident/index.ts'
import { dayIn, nextDigest, workingDayFrom } from '../settings/index.ts'

/** The timer's name in the table of timers: stored, so never renamed. */
export const digestTimer = 'upkeep.digest'
const everyDay = 'digest:daily'

/** The subject of one day's digest. */
export const digestSubject = (day: string): string => `digest:${day}`

/**
 * The one timer of the digest stands while an incident waits for 完了 and the settings want a digest. One that is overdue is
 * left to fall due.
 */
export const keepDigest: KeepTimer = async (world, tx, now) => {
  await holdTimer(tx, everyDay, digestTimer)
  const dueAt = (await hasNews(tx)) ? nextDigest(world.settings(), now) : undefined
  if (!dueAt) return cancelTimer(tx, everyDay, digestTimer)
  const timer = await timerOf(tx, everyDay, digestTimer)
  if (!timer || timer.dueAt > now) await setTimer(tx, { subject: everyDay, kind: digestTimer, dueAt })
}

const hasNews = async (tx: Tx): Promise<boolean> => (await recoveredIncidents(tx, 1)).length > 0

/**
 * The time of the day has come. Runs in the transaction that takes the timer away, so that one replica does it. On a day
 * nothing goes out where there is nothing to say, and after an outage only for today.
 */
export async function tellDigest(world: World, tx: Tx, { dueAt }: Required<Timer>, now: Date): Promise<void> {
  const settings = world.settings()
  const { timezone, digest } = settings
  const day = dayIn(timezone, now)
  const isToday = dayIn(timezone, dueAt) === day
  if (digest !== 'off' && isToday && workingDayFrom(settings, day) === day && (await hasNews(tx))) {
    await recordFacts(world, tx, clockwork, now, [
      { subject: digestSubject(day), type: 'upkeep.digest_due', data: { day } },
    ])
  }
  await keepDigest(world, tx, now)
}
