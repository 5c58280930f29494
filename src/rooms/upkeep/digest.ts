import type { Tx } from '../../kit/db/index.ts'
import { cancelTimer, setTimer, type Timer, timerOf } from '../../kit/timers/index.ts'
import { clockwork, recordFacts, type World } from '../facts/index.ts'
import { recoveredIncidents } from '../incident/index.ts'
import { dayIn, nextDigest } from '../settings/index.ts'

/** The timer's name in the table of timers: stored, so never renamed. */
export const digestTimer = 'upkeep.digest'
const everyDay = 'digest:daily'

/** The subject of one day's digest. */
export const digestSubject = (day: string): string => `digest:${day}`

/** Sets the one timer of the digest, at the start of the bot. One that is overdue is left to fall due. */
export async function keepDigest(world: World): Promise<void> {
  await world.db.transaction(async (tx) => {
    const now = world.clock.now()
    const timer = await timerOf(tx, everyDay, digestTimer)
    if (timer && timer.dueAt <= now) return
    await setNext(world, tx, now)
  })
}

async function setNext(world: World, tx: Tx, now: Date): Promise<void> {
  const dueAt = nextDigest(world.settings(), now)
  if (dueAt) await setTimer(tx, { subject: everyDay, kind: digestTimer, dueAt })
  else await cancelTimer(tx, everyDay, digestTimer)
}

/**
 * The time of the day has come. Runs in the transaction that takes the timer away, so that one replica does it. On a day
 * with nothing to tell nothing is told, and after an outage no day before today.
 */
export async function tellDigest(world: World, tx: Tx, { dueAt }: Required<Timer>, now: Date): Promise<void> {
  const { timezone, digest } = world.settings()
  const day = dayIn(timezone, now)
  const isToday = dayIn(timezone, dueAt) === day
  if (digest !== 'off' && isToday && (await recoveredIncidents(tx, 1)).length > 0) {
    await recordFacts(world, tx, clockwork, now, [
      { subject: digestSubject(day), type: 'upkeep.digest_due', data: { day } },
    ])
  }
  await setNext(world, tx, now)
}
