import { type Cancel, type Clock, later } from '../../../kit/clock.ts'
import type { Log } from '../../../kit/log.ts'
import { finishedWithin } from '../../../kit/patience.ts'

/** How many connections to Slack this process has, told to the others, and how many all have together. */
export type Ours = { note(connections: number): Promise<void>; count(): Promise<number> }

/** Looks out for connections that are not ours. */
export interface StrangerWatch {
  /** A connection was greeted: how many Slack counts on this app, that one included. Slack need not say. */
  greeted(total: number | undefined): void
  /** A connection of ours has ended. */
  ended(): void
  /** How many connections others hold, since more than a minute; 0 while nobody does. */
  strangers(): number
  stop(): Promise<void>
}

export type StrangerWatchOptions = {
  ours: Ours
  clock: Clock
  log: Log
  /** Ends one connection so that another is made and greeted: Slack counts only in its greeting. */
  renew(): void
  times?: Times
}

/** All in milliseconds. */
export type Times = {
  /** Our other processes need a moment to say that they connected as well. */
  settle: number
  /** A process that ended may be counted for so long. */
  patience: number
  /** How often a known stranger is looked for again. */
  again: number
  /** How often this process says that it is still there. */
  heartbeat: number
}

/** Nobody waits longer than this for a database that is ending as well, in milliseconds. */
const lastNoteMs = 200

const usual: Times = { settle: 5_000, patience: 65_000, again: 10 * 60_000, heartbeat: 5 * 60_000 }

/**
 * Another installation on the same app takes its share of the events, and nobody is told: Slack gives each to one connection
 * (github.com/automagik-dev/omni/issues/1185). Its greeting says how many there are (`num_connections`,
 * https://docs.slack.dev/apis/events-api/using-socket-mode); what is above ours for longer than a minute is theirs.
 */
export function createStrangerWatch(options: StrangerWatchOptions): StrangerWatch {
  const { ours, clock, log, renew, times = usual } = options
  let open = 0
  let total = 0
  let suspectedAt: Date | undefined
  let strangers = 0
  let stopped = false
  const timers = new Map<'look' | 'renew' | 'heartbeat', Cancel>()

  const after = (name: 'look' | 'renew' | 'heartbeat', ms: number, go: () => void) => {
    timers.get(name)?.()
    if (!stopped) timers.set(name, clock.setTimer(go, later(clock.now(), ms)))
  }
  const quietly = (work: Promise<unknown>) =>
    work.catch((error) => log.debug({ err: error }, 'Who else listens could not be looked up'))

  const look = async () => {
    await ours.note(open)
    const excess = total - (await ours.count())
    const now = clock.now()
    if (excess <= 0) {
      if (strangers > 0) log.info('No other installation listens on this Slack app any more')
      strangers = 0
      suspectedAt = undefined
      return
    }
    suspectedAt ??= now
    if (now.getTime() - suspectedAt.getTime() >= times.patience) {
      if (strangers === 0)
        log.warn(
          { connections: excess },
          'Another installation listens on this Slack app and takes part of its events away: end it, or give it an app of its own',
        )
      strangers = excess
    }
    after('renew', strangers > 0 ? times.again : times.patience, renew)
  }
  const beat = () => {
    void quietly(ours.note(open))
    after('heartbeat', times.heartbeat, beat)
  }
  after('heartbeat', times.heartbeat, beat)

  return {
    greeted(said) {
      open += 1
      if (said === undefined) return
      total = said
      after('look', times.settle, () => void quietly(look()))
    },
    ended() {
      open = Math.max(0, open - 1)
    },
    strangers: () => strangers,
    async stop() {
      stopped = true
      for (const cancel of timers.values()) cancel()
      await finishedWithin(lastNoteMs, quietly(ours.note(0)))
    },
  }
}
