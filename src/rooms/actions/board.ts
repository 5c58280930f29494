import type { Tx } from '../../kit/db/index.ts'
import { cancelTimer, holdTimer, setTimer, type Timer, timerOf } from '../../kit/timers/index.ts'
import { clockwork, type KeepTimer, recordFacts, type World } from '../facts/index.ts'
import { dayIn, nextBoard } from '../settings/index.ts'
import { isAnyOpen } from './store.ts'

/** The timer's name in the table of timers: stored, so never renamed. */
export const boardTimer = 'actions.board'
const everyWeek = 'action-board:weekly'

/** The subject of one day's board. */
const boardSubject = (day: string): string => `action-board:${day}`

/**
 * The one timer of the board stands while an item is open and the settings want a board. One that is overdue is left to fall
 * due.
 */
export const keepBoard: KeepTimer = async (world, tx, now) => {
  await holdTimer(tx, everyWeek, boardTimer)
  const dueAt = (await isAnyOpen(tx)) ? nextBoard(world.settings(), now) : undefined
  if (!dueAt) return cancelTimer(tx, everyWeek, boardTimer)
  const timer = await timerOf(tx, everyWeek, boardTimer)
  if (!timer || timer.dueAt > now) await setTimer(tx, { subject: everyWeek, kind: boardTimer, dueAt })
}

/**
 * The day of the week has come. Runs in the transaction that takes the timer away, so that one replica does it. Where nothing is
 * open nothing goes out, and after an outage only for today.
 */
export async function tellBoard(world: World, tx: Tx, { dueAt }: Required<Timer>, now: Date): Promise<void> {
  const { timezone, actions } = world.settings()
  const day = dayIn(timezone, now)
  if (actions.board !== 'off' && dayIn(timezone, dueAt) === day && (await isAnyOpen(tx))) {
    await recordFacts(world, tx, clockwork, now, [
      { subject: boardSubject(day), type: 'actions.board_due', data: { day } },
    ])
  }
  await keepBoard(world, tx, now)
}
