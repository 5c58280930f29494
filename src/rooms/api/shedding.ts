import type { MiddlewareHandler } from 'hono'
import { type Cancel, type Clock, later, systemClock } from '../../kit/clock.ts'
import { unhurried } from '../../kit/db/index.ts'
import { ApiFailure } from './failure.ts'

/** When to ask again, in milliseconds. */
const againMs = 1_000
/** Nobody stands in line for longer, in milliseconds: a page that comes later is of no use to a person. */
const longestInLineMs = 2_000
/** How many stand in line: two hundred browsers ask at the same moment when something on their page has changed. */
const longestLine = 400
/** What a look costs before any has been seen, in milliseconds; and how much the newest one changes that. */
const first = { costMs: 10, weight: 0.1 }

type Waiting = { since: number; go(isFree: boolean): void }

/**
 * At most `atOnce` looks are in hand, and the next ones stand in line. Who has stood there too long is told to ask again, at once when
 * that time is over; so is whoever finds it full, or so long that by what looks have cost lately their turn would not come in time.
 * Nothing is read for them. Looks go behind Slack at the database. Changes are never turned away, and streams, which last, are counted by
 * themselves.
 */
export function shedding(atOnce: number, machine: Clock = systemClock): MiddlewareHandler {
  const line: Waiting[] = []
  const now = () => machine.now().getTime()
  let inHand = 0
  let costMs = first.costMs
  let alarm: Cancel | undefined

  const turnAwayLate = () => {
    while (line[0] && now() - line[0].since >= longestInLineMs) line.shift()?.go(false)
  }
  /** Whoever stands first has stood there for longest, so one alarm is enough for all. */
  const watch = () => {
    if (!line[0]) {
      alarm?.()
      alarm = undefined
      return
    }
    const ring = () => {
      alarm = undefined
      turnAwayLate()
      watch()
    }
    alarm ??= machine.setTimer(ring, later(new Date(line[0].since), longestInLineMs))
  }

  const enter = async (): Promise<boolean> => {
    if (inHand < atOnce) {
      inHand += 1
      return true
    }
    const waitMs = ((line.length + 1) * costMs) / atOnce
    if (line.length >= longestLine || waitMs > longestInLineMs) return false
    return new Promise((go) => {
      line.push({ since: now(), go })
      watch()
    })
  }

  const leave = (tookMs: number) => {
    costMs += (tookMs - costMs) * first.weight
    turnAwayLate()
    const next = line.shift()
    // Who comes next takes the place over.
    if (next) next.go(true)
    else inHand -= 1
    watch()
  }

  return async (c, next) => {
    const isLook = c.req.method === 'GET' || c.req.method === 'HEAD'
    if (!isLook || c.req.path.endsWith('/events')) return next()
    if (!(await enter())) throw new ApiFailure('busy', 503, undefined, againMs)
    const began = now()
    try {
      await unhurried(next)
    } finally {
      leave(now() - began)
    }
  }
}
