import { finishedWithin } from '../../kit/patience.ts'

/**
 * What keeps the bot from its work.
 *
 * - `database`: it does not answer · `slack`: not connected, or Slack refuses the bot
 * - `work`: something that is due has waited far too long · `settings`: the file as it is now was refused
 */
export type Trouble = 'database' | 'slack' | 'work' | 'settings'

export type Health = { ok: boolean; troubles: readonly Trouble[] }

export type HealthParts = {
  /** Rejects where the database does not answer. */
  database(): Promise<unknown>
  /** For how many milliseconds no connection to Slack has stood; 0 while one does. `shutOut`: Slack refuses the token. */
  slack(): { awayMs: number; shutOut: boolean }
  /** For how many milliseconds the oldest piece of work that is due has waited. */
  waitedMs(): Promise<number>
  refusesSettings(): boolean
}

export interface Healths {
  /** Whether the bot does its work. Asked often, it looks once a second. */
  health(): Promise<Health>
  /** Whether something can be sent here now: the database answers, and Slack is connected. */
  isReady(): Promise<boolean>
}

/** How many milliseconds the database may take to answer. */
const ANSWER_MS = 3_000

/** Connections are renewed all day long: only one that stays away for this many milliseconds is a trouble. */
const AWAY_MS = 15_000

/** Due work that nobody has begun for this many milliseconds stands still. */
const STANDS_STILL_MS = 5 * 60_000

/** How many milliseconds an answer holds: strangers may ask, so asking must cost little. */
const HOLDS_MS = 1_000

/** Looks at what everything hangs on. `nowMs`: the machine's time. */
export function createHealths(parts: HealthParts, nowMs: () => number): Healths {
  const waited = shared(async () => {
    let ms = Number.POSITIVE_INFINITY
    const work = parts.waitedMs().then((found) => {
      ms = found
    })
    // Whatever it is that fails: there is no database to work with.
    await finishedWithin(ANSWER_MS, work).catch(() => {})
    return ms
  }, nowMs)
  const answers = shared(
    () =>
      finishedWithin(ANSWER_MS, parts.database()).catch(
        // The failure is the answer.
        () => false,
      ),
    nowMs,
  )
  return {
    async health() {
      const [isAnswering, ms] = await Promise.all([answers(), waited()])
      const { awayMs, shutOut } = parts.slack()
      const troubles: Trouble[] = []
      if (!isAnswering) troubles.push('database')
      if (shutOut || awayMs >= AWAY_MS) troubles.push('slack')
      if (isAnswering && ms >= STANDS_STILL_MS) troubles.push('work')
      if (parts.refusesSettings()) troubles.push('settings')
      return { ok: troubles.length === 0, troubles }
    },
    async isReady() {
      const { awayMs, shutOut } = parts.slack()
      return awayMs === 0 && !shutOut && (await answers())
    },
  }
}

/** One look for all who ask at the same time, and a moment after. */
function shared<T>(look: () => Promise<T>, nowMs: () => number): () => Promise<T> {
  let last: { at: number; found: Promise<T> } | undefined
  return () => {
    if (!last || nowMs() - last.at >= HOLDS_MS) last = { at: nowMs(), found: look() }
    return last.found
  }
}
