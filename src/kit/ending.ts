import type { Log } from './log.ts'
import { finishedWithin } from './patience.ts'

/** How long in milliseconds what is in hand may take to end by itself: an answer to Slack is due after three seconds. */
const GRACE_MS = 2_000
/** How long after that people may be told, and what was cut may be put down. */
const LAST_WORDS_MS = 500
const CLOSE_MS = 1_200
const LAST_CLOSE_MS = 500

/** Something that runs and has to be stopped. */
export interface Part {
  /** Begins with nothing more from now on. Resolves when nothing is in hand. */
  finish?(): Promise<unknown>
  /** Lets go of connections and the like. Nothing is begun afterwards. */
  close?(): Promise<unknown>
}

export interface Ending {
  /** Adds what is to be stopped, before it is started: a start may be given up halfway. */
  add(part: Part): void
  /**
   * Ends all within 5 s: nothing new is begun anywhere, what is in hand finishes, what does not is cut short, and everything is
   * closed, the ground last. Called again, it is the same end.
   */
  stop(): Promise<void>
}

/** `cut` cuts short what is in hand; `ground` is closed last: what all parts stand on. */
export function createEnding({
  log,
  cut,
  ground,
}: {
  log: Log
  cut(): Promise<void>
  ground(): Promise<void>
}): Ending {
  const parts: Part[] = []
  let stopping: Promise<void> | undefined

  const orderly = (step: (() => Promise<unknown>) | undefined): Promise<unknown> =>
    Promise.resolve()
      .then(step)
      .catch((error: unknown) => log.error({ err: error }, 'Something did not stop cleanly'))

  const stop = async () => {
    // The latest first: the doors, then what they call.
    const all = parts.toReversed()
    const finished = Promise.all(all.map((part) => orderly(part.finish?.bind(part))))
    if (!(await finishedWithin(GRACE_MS, finished))) {
      log.info('What is still in hand is cut short: the next start takes it up')
      await orderly(cut)
      await finishedWithin(LAST_WORDS_MS, finished)
    }
    await finishedWithin(CLOSE_MS, Promise.all(all.map((part) => orderly(part.close?.bind(part)))))
    // What still runs, waiting for somebody else, finds no ground from here on.
    await orderly(cut)
    await finishedWithin(LAST_CLOSE_MS, orderly(ground))
  }

  return {
    add: (part) => void parts.push(part),
    stop() {
      stopping ??= stop()
      return stopping
    },
  }
}
