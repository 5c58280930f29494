import type { MiddlewareHandler } from 'hono'
import { type Clock, systemClock } from '../../kit/clock.ts'
import { unhurried } from '../../kit/db/index.ts'
import { ApiFailure } from './failure.ts'

/** When to ask again, in milliseconds. */
const againMs = 1_000
/** Nobody stands in line for longer, in milliseconds: a page that comes later is of no use to a person. */
const longestInLineMs = 2_000
/** As many stand in line: two hundred browsers ask in the same moment when something on their page has changed. */
const longestLine = 400

/**
 * At most `atOnce` looks are in hand, and the next ones stand in line. Who has stood there too long, or finds it full, is told to ask
 * again, before anything is read for them. Looks go behind Slack at the database. Changes are never turned away, and streams, which
 * last, are counted by themselves.
 */
export function shedding(atOnce: number, machine: Pick<Clock, 'now'> = systemClock): MiddlewareHandler {
  const line: { since: number; go(isFree: boolean): void }[] = []
  const now = () => machine.now().getTime()
  let inHand = 0

  const enter = async (): Promise<boolean> => {
    if (inHand < atOnce) {
      inHand += 1
      return true
    }
    if (line.length >= longestLine) return false
    return new Promise((go) => void line.push({ since: now(), go }))
  }

  const leave = () => {
    while (line[0] && now() - line[0].since > longestInLineMs) line.shift()?.go(false)
    const next = line.shift()
    // Who comes next takes the place over.
    if (next) next.go(true)
    else inHand -= 1
  }

  return async (c, next) => {
    const isLook = c.req.method === 'GET' || c.req.method === 'HEAD'
    if (!isLook || c.req.path.endsWith('/events')) return next()
    if (!(await enter())) throw new ApiFailure('busy', 503, undefined, againMs)
    try {
      await unhurried(next)
    } finally {
      leave()
    }
  }
}
