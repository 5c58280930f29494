import type { Clock } from '../../kit/clock.ts'
import type { Database } from '../../kit/db/index.ts'
import { channelsMade, incidentChannelById } from './store.ts'

/** Knows which channels are an incident's, without asking the database at each message of a busy workspace. */
export interface Ear {
  isOurs(channelId: string): Promise<boolean>
  start(): Promise<void>
  stop(): Promise<void>
}

/**
 * A channel that has only just been seen may be one that is being made: it is asked after each time for this long, in
 * milliseconds. After that, what is not ours is believed to be so for as long again.
 */
const newMs = 60_000

/** How many channels of other purposes are remembered; the least recently used one goes first. */
const mostForeign = 10_000

/** Other replicas tell of the channels that they make. Should their word be lost, a channel made later is found in a minute. */
export function createEar(db: Database, clock: Clock): Ear {
  const ours = new Set<string>()
  const foreign = new Map<string, { seen: number; asked: number }>()
  let close = async () => {}
  return {
    async isOurs(channelId) {
      if (ours.has(channelId)) return true
      const now = clock.now().getTime()
      const known = foreign.get(channelId)
      if (known && now - known.seen >= newMs && now - known.asked < newMs) return false
      if (await incidentChannelById(db.read, channelId)) {
        ours.add(channelId)
        foreign.delete(channelId)
        return true
      }
      foreign.delete(channelId)
      foreign.set(channelId, { seen: known?.seen ?? now, asked: now })
      for (const [oldest] of foreign) {
        if (foreign.size <= mostForeign) break
        foreign.delete(oldest)
      }
      return false
    },
    async start() {
      const made = (channelId: string) => {
        ours.add(channelId)
        foreign.delete(channelId)
      }
      // What was said while nobody listened is not said again.
      const heard = await db.listen(channelsMade, made, () => foreign.clear())
      close = () => heard.close()
    },
    stop: () => close(),
  }
}
