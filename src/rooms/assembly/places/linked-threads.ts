import type { Database } from '../../../kit/db/index.ts'
import { linkedThreads, threadsLinked } from './store.ts'

/** Knows which threads of foreign channels hear of an incident, without asking the database at each message. */
export interface LinkedThreads {
  has(channelId: string, threadTs: string): boolean
  start(): Promise<void>
  stop(): Promise<void>
}

/** Other replicas tell of the threads that they link. One that was unlinked stays known: whoever hears of it looks. */
export function createLinkedThreads(db: Database): LinkedThreads {
  const known = new Set<string>()
  let close = async () => {}
  const load = async () => {
    for (const name of await linkedThreads(db.read)) known.add(name)
  }
  return {
    has: (channelId, threadTs) => known.has(`${channelId}:${threadTs}`),
    async start() {
      // What was linked while nobody listened is not told again. When it cannot be read now, the next link or start does.
      const heard = await db.listen(
        threadsLinked,
        (name) => known.add(name),
        () => void load().catch(() => {}),
      )
      close = () => heard.close()
      await load()
    },
    stop: () => close(),
  }
}
