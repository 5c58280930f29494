import { isDeepStrictEqual } from 'node:util'
import { type Cancel, type Clock, later } from '../../kit/clock.ts'
import type { Looker } from '../access/index.ts'
import { incidentOf } from '../channel/index.ts'
import { peopleChanged } from '../directory/index.ts'
import type { World } from '../facts/index.ts'
import { subjectsRaised } from '../projection/index.ts'
import { sessionsEnded } from '../sessions/index.ts'
import { tokensEnded } from '../tokens/index.ts'
import type { Board, Boards } from './boards.ts'
import { changesOnce } from './change.ts'
import { type Change, createKnown, isLostBy, isSeenBy } from './known.ts'
import type { Listener, News } from './news.ts'

export interface Feed {
  /** Whoever knows the address is told from now on; ends with what it answers. */
  open(listener: Listener): Promise<Cancel>
  start(): Promise<void>
  /** Ends every stream: whoever listened comes again. */
  stop(): Promise<void>
}

/** Who listens, and the board that they were told of last; none for who sees some incidents alone, by a token. */
type Stream = { looker: Looker; told: Board | undefined }

/** What is quiet for longer is cut by proxies, in milliseconds. */
const pingMs = 15_000
/**
 * After so many of those everybody is looked at anew, once a minute: sessions end by the clock. Whatever else changes rights is heard of,
 * but for the settings, which are compared each time.
 */
const pingsBetweenLooks = 4
/** Changes that come together are told together, in milliseconds. */
const gatherMs = 100

/**
 * Tells browsers what has changed: of the board what makes the one before the one now, drawn once for all who see the same; of the rest
 * ids alone, for which each asks, and is answered as far as it may know. Heard in every process that serves browsers.
 */
export function createFeed(world: World, boards: Boards, machine: Clock): Feed {
  const streams = new Map<Listener, Stream>()
  const known = createKnown(world, boards.wasShownToAll)
  const changed = new Set<string>()
  const cancels: (() => unknown)[] = []
  let gathering: Cancel | undefined
  let telling = Promise.resolve()
  let checking = Promise.resolve()
  /** Ends when everybody has been looked at since rights last changed. */
  let settled = Promise.resolve()
  let isCheckDue = false
  let isStopped = false

  const end = (listener: Listener) => {
    if (streams.delete(listener)) listener.tell({ is: 'ended' })
  }

  /** Looks at everybody anew; asked again while that has not begun, once for all. */
  const recheck = (): Promise<void> => {
    if (isCheckDue) return checking
    isCheckDue = true
    checking = checking.then(async () => {
      isCheckDue = false
      for (const [listener, stream] of [...streams]) {
        const looker = await listener.look().catch(() => 'nobody' as const)
        if (looker === 'nobody') end(listener)
        else if (streams.has(listener) && !isDeepStrictEqual(stream.looker, looker)) {
          stream.looker = looker
          listener.tell({ is: 'everything' })
        }
      }
    })
    return checking
  }

  const rightsAreOthers = () => {
    settled = recheck()
  }

  const tellAll = (news: News) => {
    for (const listener of streams.keys()) listener.tell(news)
  }

  const boardOf = async (looker: Looker) => (looker?.within ? undefined : boards.seenBy(looker))

  const tellChanged = async () => {
    const ids = [...changed]
    changed.clear()
    if (streams.size === 0) return
    const changes = await known.learn(ids)
    // What people have of their own is kept for as long as all that changed is public.
    for (const { id, now } of changes) if (!now.isPublic) boards.forget(id)
    // Rows are sent with the rights of this moment.
    await settled
    const changeOf = changesOnce()
    for (const [listener, stream] of [...streams]) {
      const { looker, told } = stream
      const news = heardOf(looker, changes)
      if (!news) continue
      const now = await boardOf(looker)
      // Who has gone meanwhile hears nothing, and who is another reads everything.
      if (streams.get(listener) !== stream || stream.looker !== looker) continue
      stream.told = now
      listener.tell({ is: 'changed', ...news, board: told && now ? changeOf(told.answer, now.answer) : null })
    }
  }

  const gather = (subject: string) => {
    const id = incidentOf(subject)
    if (!id) return
    boards.forget(id, known.wasPublic(id))
    changed.add(id)
    gathering ??= machine.setTimer(tellNext, later(machine.now(), gatherMs))
  }

  /** One after the other, so that each board follows the one that was told of before. */
  const tellNext = () => {
    telling = telling
      .then(() => {
        gathering = undefined
        return tellChanged()
      })
      .catch((error: unknown) => {
        world.log.warn({ err: error }, 'What has changed could not be told to browsers: they read everything again')
        tellAll({ is: 'everything' })
      })
  }

  /** What was said while nobody listened is not said again. */
  const missed = () => {
    boards.forget()
    rightsAreOthers()
    tellAll({ is: 'everything' })
  }

  /** Somebody has another name, or other rights. */
  const peopleAreOthers = () => {
    boards.forget()
    rightsAreOthers()
  }

  let pings = 0
  let settings = world.settings()
  const beat = () => {
    const cancel = machine.setTimer(
      () => {
        tellAll({ is: 'ping' })
        pings += 1
        if (pings % pingsBetweenLooks === 0 || settings !== world.settings()) void recheck()
        settings = world.settings()
        beat()
      },
      later(machine.now(), pingMs),
    )
    cancels[0] = cancel
  }

  return {
    async open(listener) {
      const looker = await listener.look()
      if (looker === 'nobody' || isStopped) {
        listener.tell({ is: 'ended' })
        return () => {}
      }
      // From here on it is looked at anew with all the others.
      const stream: Stream = { looker, told: undefined }
      streams.set(listener, stream)
      const board = await boardOf(looker)
      stream.told ??= board
      if (stream.told && streams.has(listener)) listener.tell({ is: 'here', tag: stream.told.answer.tag })
      return () => streams.delete(listener)
    },
    async start() {
      beat()
      for (const [channel, hear] of [
        [subjectsRaised, gather],
        [peopleChanged, peopleAreOthers],
        [sessionsEnded, rightsAreOthers],
        [tokensEnded, rightsAreOthers],
      ] as const) {
        const heard = await world.db.listen(channel, hear, missed)
        cancels.push(() => heard.close())
      }
    },
    async stop() {
      isStopped = true
      gathering?.()
      for (const listener of [...streams.keys()]) end(listener)
      await Promise.all(cancels.map((cancel) => cancel()))
    },
  }
}

/** What of the changes is news to somebody; undefined where nothing is. */
function heardOf(looker: Looker, changes: readonly Change[]) {
  const seen = changes.filter((each) => isSeenBy(looker, each))
  // Of what somebody may not know any longer they hear only that what they see is no longer so.
  const isLost = changes.some((each) => isLostBy(looker, each))
  if (seen.length === 0 && !isLost) return undefined
  const isIn = seen.some(({ now }) => looker?.userId !== undefined && now.people.has(looker.userId))
  return { incidents: seen.map(({ id }) => id), mine: isLost || isIn }
}
