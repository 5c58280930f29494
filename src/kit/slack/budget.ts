import { type Cancel, type Clock, later } from '../clock.ts'
import { allowance, type Lane, rank } from './lane.ts'

/** Leave to make one call, or how many milliseconds to stay away. */
export type Grant = { is: 'granted' } | { is: 'limited'; retryAfterMs: number }

export interface Budget {
  /** Asks for one call. Waits in the order of the lanes if the wait is short; never rejects. */
  request(lane: Lane): Promise<Grant>
  /** Grants nothing for `ms` milliseconds: Slack has said so. */
  pause(ms: number): void
  /** Whether nothing is spent, waiting or paused, so that the budget can be forgotten. */
  idle(): boolean
}

export interface BudgetOptions {
  /** At most `limit` calls within any `windowMs` milliseconds. */
  limit: number
  windowMs: number
  clock: Clock
  /** A longer wait than this many milliseconds is returned to the caller instead of waited out. */
  patienceMs?: number
}

/** Nobody is sent away for longer than this many milliseconds, whatever the crowd: it may have gone by then. */
const LONGEST_AWAY_MS = 10 * 60_000

type Waiter = { lane: Lane; deadline: number; resolve: (grant: Grant) => void }

/** The budget of one method, or of one method in one channel: a sliding window, with a queue before it. */
export function createBudget({ limit, windowMs, clock, patienceMs = 1000 }: BudgetOptions): Budget {
  const spent: number[] = []
  const waiters: Waiter[] = []
  /** When those who were turned away come again. */
  const away: number[] = []
  let pausedUntil = 0
  let cancel: Cancel | undefined

  const now = () => clock.now().getTime()

  const forget = (at: number) => {
    while (spent[0] !== undefined && spent[0] + windowMs <= at) spent.shift()
  }

  /** When `lane` may call, with the first `ahead` waiters before it. */
  const nextAt = (lane: Lane, ahead: number, at: number): number => {
    const tooMany = spent.length + ahead - allowance(limit, lane)
    if (tooMany < 0) return Math.max(at, pausedUntil)
    const place = tooMany - spent.length
    const waiter = waiters[place]
    const before = spent[tooMany] ?? (waiter ? nextAt(waiter.lane, place, at) : at)
    return Math.max(before + windowMs, pausedUntil)
  }

  const spend = (at: number): Grant => {
    spent.push(at)
    return { is: 'granted' }
  }

  /**
   * When to come again. Of those who can wait, no more are told the same window than it has room for: thousands who come
   * together, and are turned away again, would cost more than they are worth.
   */
  const turnAway = (lane: Lane, due: number, at: number): number => {
    if (rank(lane) < rank('checkpoint')) return due
    while (away[0] !== undefined && away[0] <= at) away.shift()
    const windows = Math.floor(away.length / allowance(limit, lane))
    const again = Math.min(due + windows * windowMs, Math.max(due, at + LONGEST_AWAY_MS))
    away.push(again)
    return again
  }

  const pump = () => {
    cancel?.()
    cancel = undefined
    const at = now()
    forget(at)
    for (let first = waiters[0]; first && nextAt(first.lane, 0, at) <= at; first = waiters[0]) {
      waiters.shift()
      first.resolve(spend(at))
    }
    const queue = waiters.splice(0)
    for (const waiter of queue) {
      const due = nextAt(waiter.lane, waiters.length, at)
      if (due <= waiter.deadline) waiters.push(waiter)
      else waiter.resolve({ is: 'limited', retryAfterMs: due - at })
    }
    const first = waiters[0]
    if (first) cancel = clock.setTimer(pump, new Date(nextAt(first.lane, 0, at)))
  }

  return {
    request(lane) {
      const at = now()
      forget(at)
      const behind = waiters.findIndex((waiter) => rank(waiter.lane) > rank(lane))
      const ahead = behind === -1 ? waiters.length : behind
      const due = nextAt(lane, ahead, at)
      if (due <= at) return Promise.resolve(spend(at))
      // Nobody waits for a cosmetic edit: its state may be redrawn before it gets its turn.
      if (lane === 'cosmetic' || due - at > patienceMs)
        return Promise.resolve({ is: 'limited', retryAfterMs: turnAway(lane, due, at) - at })
      return new Promise((resolve) => {
        waiters.splice(ahead, 0, { lane, deadline: later(clock.now(), patienceMs).getTime(), resolve })
        pump()
      })
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, now() + ms)
      pump()
    },
    idle() {
      forget(now())
      return spent.length === 0 && waiters.length === 0 && pausedUntil <= now() && (away.at(-1) ?? 0) <= now()
    },
  }
}
