import type { Clock } from '../../../kit/clock.ts'
import type { Log } from '../../../kit/log.ts'
import { isStopping } from '../../../kit/stopping.ts'
import type { Inbox, Taken } from '../../../rooms/inbox/index.ts'

export type QueuesOptions = {
  inbox: Pick<Inbox, 'finish' | 'fail' | 'release'>
  clock: Clock
  log: Log
  /** `behind`: those of its channel that are in hand and come next; the same list until the queue is empty. */
  handle: (event: Taken, behind: readonly Taken[]) => Promise<void>
  /** The most channels that are worked on at once. */
  most: number
  /** An event failed; it is there again at `again`, or was given up. */
  failed: (again: Date | undefined) => void
  /** A channel's queue is empty. */
  emptied: () => void
}

export interface Queues {
  /** Adds events that were taken from the inbox, first of their channel first. */
  add(taken: readonly Taken[]): void
  /** Adds events that were claimed as they were stored. */
  addFresh(claimed: readonly Taken[]): void
  /** How many channels have events in hand, and how many events. */
  channels(): number
  events(): number
  /** Finishes what is being handled and gives the rest back. */
  stop(): Promise<void>
}

/** How long in milliseconds an event that was dealt with may wait for those behind it, to be finished with them. */
const LONGEST_UNFINISHED_MS = 500

/** Events in hand, in a queue for each channel; one without a channel has a queue for itself. */
export function createQueues({ inbox, clock, log, handle, most, failed, emptied }: QueuesOptions): Queues {
  const queues = new Map<string, Taken[]>()
  const idle: string[] = []
  const working = new Map<string, Promise<void>>()
  const finishing = new Set<Promise<void>>()
  /** Channels whose first event failed: what is stored behind it must not overtake it. */
  const blocked = new Set<string>()
  let stopping = false

  const track = (work: Promise<void>) => {
    const tracked = work
      .catch((error) => log.error({ err: error }, 'The inbox could not be written: events may be handled again'))
      .finally(() => finishing.delete(tracked))
    finishing.add(tracked)
  }

  const workOff = async (key: string, queue: Taken[]) => {
    let done: Taken[] = []
    let since = clock.now()
    const finish = () => {
      for (const event of done) track(inbox.finish(event))
      done = []
    }
    for (let event = queue.shift(); event; event = stopping ? undefined : queue.shift()) {
      // Its claim ran out while it waited: another process may have it, or it is taken again.
      if (event.claimedUntil <= clock.now()) continue
      try {
        await handle(event, queue)
        if (done.length === 0) since = clock.now()
        done.push(event)
        // What comes in a burst is finished with one write, and nothing stays claimed long after it was done.
        if (queue.length === 0 || stopping || clock.now().getTime() - since.getTime() >= LONGEST_UNFINISHED_MS) finish()
      } catch (error) {
        finish()
        if (isStopping(error)) return await inbox.release([event, ...queue.splice(0)])
        blocked.add(key)
        failed(await inbox.fail(event, error, queue.splice(0)))
      }
    }
    finish()
  }

  const begin = () => {
    while (!stopping && working.size < most) {
      const key = idle.shift()
      const queue = key === undefined ? undefined : queues.get(key)
      if (key === undefined || queue === undefined) return
      const work = workOff(key, queue)
        .catch((error) =>
          log.error({ err: error }, 'A failed event could not be put back: it waits for its claim to end'),
        )
        .finally(() => {
          working.delete(key)
          if (queue.length > 0 && !stopping) idle.push(key)
          else if (!stopping) queues.delete(key)
          begin()
          if (!stopping) emptied()
        })
      working.set(key, work)
    }
  }

  const push = (event: Taken) => {
    const key = keyOf(event)
    const queue = queues.get(key)
    if (queue) return queue.push(event)
    queues.set(key, [event])
    return idle.push(key)
  }

  const addAll = (events: readonly Taken[]) => {
    for (const event of events) push(event)
    begin()
  }

  return {
    add(taken) {
      for (const event of taken) blocked.delete(keyOf(event))
      addAll(taken)
    },
    addFresh(claimed) {
      if (blocked.size === 0) return addAll(claimed)
      const behind = claimed.filter((event) => blocked.has(keyOf(event)))
      addAll(claimed.filter((event) => !blocked.has(keyOf(event))))
      if (behind.length > 0) track(inbox.release(behind))
    },
    channels: () => queues.size,
    events: () => [...queues.values()].flat().length,
    async stop() {
      stopping = true
      await Promise.all(working.values())
      const left = [...queues.values()].flat()
      if (left.length > 0) track(inbox.release(left))
      await Promise.all(finishing)
    },
  }
}

function keyOf({ channelId, eventId }: Taken): string {
  return channelId ?? eventId
}
