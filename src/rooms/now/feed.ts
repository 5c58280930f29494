import { isDeepStrictEqual } from 'node:util'
import { type Cancel, type Clock, later } from '../../kit/clock.ts'
import { holdsIncident, knowersOf, type Looker } from '../access/index.ts'
import { incidentOf } from '../channel/index.ts'
import { peopleChanged } from '../directory/index.ts'
import type { World } from '../facts/index.ts'
import { incidentsByIds } from '../incident/index.ts'
import { subjectsRaised } from '../projection/index.ts'
import { sessionsEnded } from '../sessions/index.ts'
import { tokensEnded } from '../tokens/index.ts'
import type { Boards } from './boards.ts'

/** What a browser hears: which incidents are otherwise, by id (`mine`: it takes part in one of them), all of them, or that it may not hear on. */
export type News =
  | { is: 'changed'; incidents: readonly string[]; mine: boolean }
  | { is: 'everything' }
  | { is: 'ping' }
  | { is: 'ended' }

/** One stream. `look` says anew who listens, with the rights of that moment; undefined where they may not any longer. */
export type Listener = { look(): Promise<Looker | 'nobody'>; tell(news: News): void }

export interface Feed {
  /** Whoever knows the address is told from now on; ends with what it answers. */
  open(listener: Listener): Promise<Cancel>
  start(): Promise<void>
  /** Ends every stream: whoever listened comes again. */
  stop(): Promise<void>
}

/** Who may know of an incident. */
type Known = { isPublic: boolean; people: ReadonlySet<string> }
type About = { id: string; service: string }

const mayHear = (looker: Looker, about: About, { isPublic, people }: Known): boolean => {
  if (looker?.within && !holdsIncident(looker.within, about)) return false
  return looker?.userId === undefined ? isPublic : people.has(looker.userId) || (isPublic && !looker.isConfined)
}

/** As many incidents are remembered. */
const mostRemembered = 10_000

/** What is quiet for longer is cut by proxies, in milliseconds. */
const pingMs = 15_000
/** Changes that come together are told together, in milliseconds. */
const gatherMs = 100
/**
 * So much longer for each browser that will read its board anew, in milliseconds: on the embedded database, which does one thing at a
 * time, a reading takes some three of them, and Slack's clicks come in between.
 */
const gatherForEachMs = 10
/** Nobody waits longer for the word of a change, in milliseconds. */
const longestGatherMs = 3_000

/**
 * Tells browsers what has changed, by ids alone: what it is, each asks for, and is answered as far as it may know. Heard in every
 * process that serves browsers.
 */
export function createFeed(world: World, boards: Boards, machine: Clock): Feed {
  const streams = new Map<Listener, Looker>()
  const changed = new Set<string>()
  const cancels: (() => unknown)[] = []
  let gathering: Cancel | undefined
  let checking = Promise.resolve()
  let isCheckDue = false
  /** Who knew of an incident when it was last told of. */
  const knewOf = new Map<string, Known>()
  let isStopped = false

  const end = (listener: Listener) => {
    if (streams.delete(listener)) listener.tell({ is: 'ended' })
  }

  /** Looks at everybody anew; asked again while that has not begun, once for all. */
  const recheck = () => {
    if (isCheckDue) return
    isCheckDue = true
    checking = checking.then(async () => {
      isCheckDue = false
      for (const listener of [...streams.keys()]) {
        const looker = await listener.look().catch(() => 'nobody' as const)
        if (looker === 'nobody') end(listener)
        else if (streams.has(listener)) {
          if (!isDeepStrictEqual(streams.get(listener), looker)) listener.tell({ is: 'everything' })
          streams.set(listener, looker)
        }
      }
    })
  }

  const tellAll = (news: News) => {
    for (const listener of streams.keys()) listener.tell(news)
  }

  const tellChanged = async () => {
    const ids = [...changed]
    changed.clear()
    if (streams.size === 0) return
    const incidents = await incidentsByIds(world.db.read, ids)
    const known = new Map<string, { about: About; before: Known; now: Known }>()
    for (const { id, service, visibility } of incidents) {
      const before = knewOf.get(id) ?? { isPublic: boards.wasShownToAll(id), people: new Set() }
      const people = new Set((await knowersOf(world.db.read, id)).map(({ userId }) => userId))
      const now = { isPublic: visibility === 'public', people }
      known.set(id, { about: { id, service }, before, now })
      knewOf.delete(id)
      knewOf.set(id, now)
    }
    for (const oldest of knewOf.keys()) {
      if (knewOf.size <= mostRemembered) break
      knewOf.delete(oldest)
    }
    for (const [listener, looker] of streams) {
      const seen = [...known].flatMap(([id, { about, now }]) => (mayHear(looker, about, now) ? [id] : []))
      // Of what somebody may not know any longer they hear only that what they see is no longer so.
      const isLost = [...known.values()].some(
        ({ about, before, now }) => mayHear(looker, about, before) && !mayHear(looker, about, now),
      )
      if (seen.length === 0 && !isLost) continue
      const mine = isLost || seen.some((id) => looker?.userId && known.get(id)?.now.people.has(looker.userId))
      listener.tell({ is: 'changed', incidents: seen, mine })
    }
  }

  const gatheringMs = () =>
    Math.min(longestGatherMs, gatherMs + (world.db.kind === 'pglite' ? streams.size * gatherForEachMs : 0))

  const gather = (subject: string) => {
    const id = incidentOf(subject)
    if (!id) return
    boards.forget(id)
    changed.add(id)
    gathering ??= machine.setTimer(
      () => {
        gathering = undefined
        tellChanged().catch((error: unknown) => {
          world.log.warn({ err: error }, 'What has changed could not be told to browsers: they read everything again')
          tellAll({ is: 'everything' })
        })
      },
      later(machine.now(), gatheringMs()),
    )
  }

  /** What was said while nobody listened is not said again. */
  const missed = () => {
    boards.forget()
    recheck()
    tellAll({ is: 'everything' })
  }

  /** Somebody has another name, or other rights. */
  const peopleAreOthers = () => {
    boards.forget()
    recheck()
  }

  const beat = () => {
    const cancel = machine.setTimer(
      () => {
        tellAll({ is: 'ping' })
        recheck()
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
      streams.set(listener, looker)
      return () => streams.delete(listener)
    },
    async start() {
      beat()
      for (const [channel, hear] of [
        [subjectsRaised, gather],
        [peopleChanged, peopleAreOthers],
        [sessionsEnded, recheck],
        [tokensEnded, recheck],
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
