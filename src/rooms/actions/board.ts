import type { Tx } from '../../kit/db/index.ts'
import { cancelTimer, setTimer, type Timer, timerOf } from '../../kit/timers/index.ts'
import { clockwork, recordFacts, type World } from '../facts/index.ts'
import { dayIn, nextBoard } from '../settings/index.ts'
import { openActions } from './store.ts'

/** The timer's name in the table of timers: stored, so never renamed. */
export const boardTimer = 'actions.board'
const everyWeek = 'action-board:weekly'

/** The subject of one day's board. */
const boardSubject = (day: string): string => `action-board:${day}`

/** Sets the one timer of the board, at the start of the bot. One that is overdue is left to fall due. */
export async function keepBoard(world: World): Promise<void> {
  await world.db.transaction(async (tx) => {
    const now = world.clock.now()
    const timer = await timerOf(tx, everyWeek, boardTimer)
    if (!timer || timer.dueAt > now) await setNext(world, tx, now)
  })
}

async function setNext(world: World, tx: Tx, now: Date): Promise<void> {
  const dueAt = nextBoard(world.settings(), now)
  if (dueAt) await setTimer(tx, { subject: everyWeek, kind: boardTimer, dueAt })
  else await cancelTimer(tx, everyWeek, boardTimer)
}

/**
 * The day of the week has come. Runs in the transaction that takes the timer away, so that one replica does it. Where nothing is
 * open nothing is told, and after an outage no day before today.
 */
export async function tellBoard(world: World, tx: Tx, { dueAt }: Required<Timer>, now: Date): Promise<void> {
  const { timezone, actions } = world.settings()
  const day = dayIn(timezone, now)
  if (actions.board !== 'off' && dayIn(timezone, dueAt) === day && (await openActions(tx)).length > 0) {
    await recordFacts(world, tx, clockwork, now, [
      { subject: boardSubject(day), type: 'actions.board_due', data: { day } },
    ])
  }
  await setNext(world, tx, now)
}
