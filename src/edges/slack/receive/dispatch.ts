import { type Cancel, type Clock, later } from '../../../kit/clock.ts'
import type { Log } from '../../../kit/log.ts'
import type { Inbox } from '../../../rooms/inbox/index.ts'
import { createQueues, type QueuesOptions } from './queues.ts'

/** How many channels' events are worked off beside each other. */
const MOST_CHANNELS = 8

/** With this many events in hand, new ones stay in the database for a replica that has room. */
const MOST_EVENTS = 500

/** Looks again at least this often, in milliseconds: for what other processes stored or left behind. */
const LOOK_AGAIN_MS = 5_000

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
  handle: QueuesOptions['handle']
}

/**
 * Works the inbox off: one event of a channel after the other, channels beside each other. What arrives is given to us as
 * it is stored; what is left over from failures, restarts and other processes is looked for.
 */
export function createDispatcher({ inbox, clock, log, handle }: DispatcherOptions): Dispatcher {
  const timers = new Set<Cancel>()
  let stopping = false
  let recovered = false
  let troubled = false
  let lookAgain = false
  /** Whether the inbox may hold more than was taken last. */
  let more = true
  let looking: Promise<void> | undefined

  const at = (moment: Date, fn: () => void) => {
    const cancel = clock.setTimer(() => {
      timers.delete(cancel)
      if (!stopping) fn()
    }, moment)
    timers.add(cancel)
  }

  const queues = createQueues({
    inbox,
    clock,
    log,
    handle,
    most: MOST_CHANNELS,
    failed: (again) => (again ? at(again, look) : look()),
    emptied: () => more && look(),
  })

  const takeAll = async () => {
    if (!recovered) await inbox.recover()
    recovered = true
    while (!stopping && queues.channels() < MOST_CHANNELS) {
      const taken = await inbox.take(MOST_CHANNELS - queues.channels())
      more = taken.length > 0
      if (!more) break
      queues.add(taken)
    }
    troubled = false
  }

  /** Takes what there is to take; asked again meanwhile, it does so once more. */
  function look(): void {
    lookAgain = true
    if (looking || stopping) return
    looking = (async () => {
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
        looking = undefined
        if (lookAgain && !troubled) look()
      })
  }

  const lookRegularly = () => {
    look()
    at(later(clock.now(), LOOK_AGAIN_MS), lookRegularly)
  }

  const purgeRegularly = () => {
    inbox.purge().catch((error) => log.warn({ err: error }, 'Old events could not be deleted'))
    at(later(clock.now(), PURGE_EVERY_MS), purgeRegularly)
  }

  let detach = () => {}
  return {
    start() {
      detach = inbox.attach({
        ready: () => recovered && queues.events() < MOST_EVENTS,
        kept(claimed, waiting) {
          queues.addFresh(claimed)
          if (waiting === 0) return
          more = true
          look()
        },
      })
      lookRegularly()
      purgeRegularly()
    },
    async stop() {
      stopping = true
      detach()
      for (const cancel of timers) cancel()
      await looking
      await queues.stop()
    },
  }
}
