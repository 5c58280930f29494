import { systemClock as clock, sleep } from '../../../kit/clock.ts'
import { classify } from '../../../kit/slack/index.ts'
import { Connection, type ConnectionOptions } from './connection.ts'

const FIRST_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 4_000

/** The first pause after Slack refused the token, and the longest: somebody has to act before it can go well. */
const REFUSED_PAUSE_MS = 20_000
const LONGEST_REFUSED_PAUSE_MS = 2 * 60_000

/** A connection that ended sooner than this many milliseconds after it was begun counts as a failure. */
const STABLE_MS = 2_000

export type LineOptions = ConnectionOptions & {
  /** Slack refuses the token, with its own word; undefined once it does so no longer. */
  refused: (error: string | undefined) => void
}

export interface Line {
  connected(): boolean
  /** Has another connection made in place of this one. */
  renew(): void
  /** Resolves when the first attempt to connect has gone one way or the other. */
  readonly tried: Promise<void>
  /** Ends the line for good, within about 2 s. */
  stop(): Promise<void>
}

/**
 * A connection that is followed by another, at once, when it ends or Slack asks it to go, and again and again while that
 * fails. One that was asked to go answers what it has in hand while the next one is being made.
 */
export function openLine(options: LineOptions): Line {
  const { log, refused } = options
  const stopping = new AbortController()
  const firstTry = Promise.withResolvers<void>()
  const made = new Set<Connection>()
  const greeted = new Set<Connection>()
  let failures = 0
  let refusals = 0

  const make = (): Connection => {
    const connection = new Connection(options)
    made.add(connection)
    void connection.ended.then(() => {
      greeted.delete(connection)
      made.delete(connection)
    })
    return connection
  }

  /** Lives with one connection. Returns how many milliseconds to wait before the next. */
  const attempt = async (): Promise<number> => {
    const connection = make()
    const begun = clock.now().getTime()
    try {
      await connection.open()
      greeted.add(connection)
      refusals = 0
      refused(undefined)
      if (failures > 1) log.info('Connected to Slack again')
      firstTry.resolve()
      await Promise.race([connection.ended, connection.leaving])
      failures = clock.now().getTime() - begun >= STABLE_MS ? 0 : failures + 1
    } catch (error) {
      made.delete(connection)
      firstTry.resolve()
      failures++
      const failure = classify(error)
      if (failure.is === 'limited') return failure.retryAfterMs
      if (failure.is === 'refused' && !stopping.signal.aborted) {
        refused(failure.error)
        return Math.min(REFUSED_PAUSE_MS * 2 ** refusals++, LONGEST_REFUSED_PAUSE_MS)
      }
      if (failures === 2) log.warn('No connection to Slack: trying again and again')
    }
    return failures <= 1 ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** (failures - 2), LONGEST_PAUSE_MS)
  }

  const run = async () => {
    while (!stopping.signal.aborted) {
      const pause = await attempt()
      if (pause > 0) await sleep(clock, pause, stopping.signal).catch(() => {})
    }
  }
  const ran = run()

  return {
    connected: () => greeted.size > 0,
    renew() {
      for (const connection of greeted) void connection.close()
    },
    tried: firstTry.promise,
    async stop() {
      stopping.abort()
      await Promise.all([...made].map((connection) => connection.close()))
      greeted.clear()
      await ran
    },
  }
}
