import { type Cancel, type Clock, later } from '../../../kit/clock.ts'
import type { Log } from '../../../kit/log.ts'
import type { Inbox, Taken } from '../../../rooms/inbox/index.ts'

/** How many channels' events are worked off beside each other. */
const MOST_CHANNELS = 8

/** Looks again at least this often, in milliseconds: for what other processes stored or left behind. */
const LOOK_AGAIN_MS = 2_000

const PURGE_EVERY_MS = 5 * 60_000

export interface Dispatcher {
  start(): void
  /** Ends when what is being handled is done; the rest is left for the next start. */
  stop(): Promise<void>
}

export type DispatcherOptions = {
  inbox: Inbox
  clock: Clock
  log: Log
  handle: (event: Taken) => Promise<void>
}

/** Works the inbox off: one event of a channel after the other, channels beside each other. */
export function createDispatcher({ inbox, clock, log, handle }: DispatcherOptions): Dispatcher {
  const running = new Set<Promise<void>>()
  const timers = new Set<Cancel>()
  let started = false
  let stopping = false
  let looking = false
  let lookAgain = false
  let recovered = false
  let troubled = false

  const at = (ms: number, fn: () => void) => {
    const cancel = clock.setTimer(
      () => {
        timers.delete(cancel)
        if (!stopping) fn()
      },
      later(clock.now(), ms),
    )
    timers.add(cancel)
  }

  const workOff = async (run: Taken[]) => {
    const finished: Promise<void>[] = []
    for (const [index, event] of run.entries()) {
      if (stopping) {
        await inbox.release(run.slice(index))
        break
      }
      try {
        await handle(event)
        finished.push(inbox.finish(event))
      } catch (error) {
        const again = await inbox.fail(event, error, run.slice(index + 1))
        if (again) at(again.getTime() - clock.now().getTime(), look)
        break
      }
    }
    await Promise.all(finished)
  }

  const begin = (run: Taken[]) => {
    const work = workOff(run)
      .catch((error) => log.error({ err: error }, 'Events could not be marked as handled: they will be handled again'))
      .finally(() => {
        running.delete(work)
        look()
      })
    running.add(work)
  }

  const takeAll = async () => {
    if (!recovered) await inbox.recover()
    recovered = true
    while (!stopping && running.size < MOST_CHANNELS) {
      const runs = byChannel(await inbox.take(MOST_CHANNELS - running.size))
      if (runs.length === 0) break
      runs.forEach(begin)
    }
    troubled = false
  }

  /** Takes what there is to take; asked again meanwhile, it does so once more. */
  const look = () => {
    lookAgain = true
    if (looking || stopping || !started) return
    looking = true
    const round = (async () => {
      while (lookAgain && !stopping) {
        lookAgain = false
        await takeAll()
      }
    })()
      .catch((error) => {
        if (!troubled) log.error({ err: error }, 'The inbox cannot be read: trying again')
        troubled = true
      })
      .finally(() => {
        looking = false
        running.delete(round)
        if (lookAgain && !troubled) look()
      })
    running.add(round)
  }

  const lookRegularly = () => {
    look()
    at(LOOK_AGAIN_MS, lookRegularly)
  }

  const purgeRegularly = () => {
    inbox.purge().catch((error) => log.warn({ err: error }, 'Old events could not be deleted'))
    at(PURGE_EVERY_MS, purgeRegularly)
  }

  const unsubscribe = inbox.onKept(look)
  return {
    start() {
      started = true
      lookRegularly()
      purgeRegularly()
    },
    async stop() {
      stopping = true
      unsubscribe()
      for (const cancel of timers) cancel()
      while (running.size > 0) await Promise.all(running)
    },
  }
}

/** Splits what was taken into the runs of each channel; what has no channel stands alone. */
function byChannel(taken: readonly Taken[]): Taken[][] {
  return [...Map.groupBy(taken, ({ channelId, eventId }) => channelId ?? eventId).values()]
}
