import { systemClock as clock, sleep } from '../../../kit/clock.ts'
import { classify } from '../../../kit/slack/index.ts'
import { Connection, type ConnectionOptions } from './connection.ts'

const FIRST_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 3_000

/** The pause after Slack refused the token: somebody has to act before it can go well. */
const REFUSED_PAUSE_MS = 20_000

/** A connection that ended sooner than this many milliseconds after its greeting counts as a failure. */
const STABLE_MS = 2_000

export interface Line {
  connected(): boolean
  /** Resolves when the first attempt to connect has gone one way or the other. */
  readonly tried: Promise<void>
  /** Ends the line for good, within about 4 s. */
  stop(): Promise<void>
}

/** A connection that is made anew, at once, whenever it ends, and again and again when that fails. */
export function openLine(options: ConnectionOptions): Line {
  const { log } = options
  const stopping = new AbortController()
  const firstTry = Promise.withResolvers<void>()
  let current: Connection | undefined
  let connected = false
  let failures = 0

  const attempt = async (): Promise<number> => {
    current = new Connection(options)
    const begun = clock.now().getTime()
    try {
      await current.open()
      connected = !stopping.signal.aborted
      if (failures > 1) log.info('Connected to Slack again')
      firstTry.resolve()
      await current.ended
      if (clock.now().getTime() - begun >= STABLE_MS) failures = 0
      else failures++
    } catch (error) {
      failures++
      const failure = classify(error)
      if (failure.is === 'refused') {
        log.error({ error: failure.error }, 'Slack refuses the app-level token: check it, and that Socket Mode is on')
        return REFUSED_PAUSE_MS
      }
      if (failures === 2) log.warn('No connection to Slack: trying again and again')
    } finally {
      connected = false
      firstTry.resolve()
    }
    return failures === 0 ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS)
  }

  const run = async () => {
    while (!stopping.signal.aborted) {
      const pause = await attempt()
      if (pause > 0) await sleep(clock, pause, stopping.signal).catch(() => {})
    }
  }
  const ran = run()

  return {
    connected: () => connected,
    tried: firstTry.promise,
    async stop() {
      stopping.abort()
      connected = false
      await current?.close()
      await ran
    },
  }
}
