import { sleep, systemClock } from '../../kit/clock.ts'
import type { KeptOut } from '../../kit/slack/doors.ts'
import type { Slack } from '../../kit/slack/index.ts'
import type { World } from '../facts/index.ts'
import type { Person } from './directory.ts'
import { type Known, knownOf, lookUpUnknown, type Named, unknownOf } from './look-up.ts'
import { pacing } from './pace.ts'
import { peopleByAnyName } from './store.ts'
import { ownTeam, type Team } from './team.ts'

/** Something that a person did in Slack, as Slack tells it; `theirTeam` is whose they are, where it says so. */
export type Deed = {
  by: string
  theirTeam?: string | undefined
  /** Ids of people and channels that it names. */
  people: readonly string[]
  channels: readonly string[]
  /** What of theirs is counted, so that nobody takes all of the bot's time; undefined for what asks nothing of it. */
  asks?: 'press' | 'mention' | undefined
}

/** What is in hand and comes next: who does it is looked for at once. `of` is the same thing for all of a burst. */
export type Burst = { of: object; deeds: () => readonly Deed[] }

/** Why whoever did it is kept out; undefined where they belong here. */
export type Gate = (deed: Deed, burst?: Burst) => Promise<KeptOut | undefined>

/** Slack waits three seconds for an answer, and so does a person. In milliseconds. */
const longestLookMs = 1_000

/**
 * Stands before all that people do. Who and what is named and not known yet is looked up at once, as far as Slack answers quickly.
 * Whoever cannot be told apart from people of other companies by then is kept out, and may try again.
 */
export function createGate(world: World, slack: Slack): Gate {
  const isTooFast = pacing(world)
  const belongs = belonging(world, slack)
  return async (deed, burst) => (await belongs(deed, burst)) ?? isTooFast(deed)
}

const namedIn = (deeds: readonly Deed[]) => ({
  people: deeds.flatMap(({ by, people }) => [by, ...people]),
  channels: deeds.flatMap(({ channels }) => channels),
})

/** So long, in milliseconds of the machine's time, what was read for a burst is taken for true. */
const burstMs = 500

/** Who is known of those that are named. What comes next in a burst is read with it, so that it costs one statement and not one each. */
function lookingAhead(world: World) {
  const read = new WeakMap<object, { known: Known; until: number }>()
  return async (named: Named, burst: Burst | undefined): Promise<Known & { unknown: ReturnType<typeof unknownOf> }> => {
    const before = burst && read.get(burst.of)
    const now = systemClock.now().getTime()
    const left = before && before.until > now ? unknownOf(before.known, named) : undefined
    if (before && left && left.people.length + left.channels.length === 0) return { ...before.known, unknown: left }
    const next = namedIn(burst?.deeds() ?? [])
    const known = await knownOf(world, {
      people: [...named.people, ...next.people],
      channels: [...named.channels, ...next.channels],
    })
    if (burst) read.set(burst.of, { known, until: now + burstMs })
    return { ...known, unknown: unknownOf(known, named) }
  }
}

const belonging = (world: World, slack: Slack): Gate => {
  const lookAhead = lookingAhead(world)
  return async (deed, burst) => {
    const { by, theirTeam } = deed
    const named = namedIn([deed])
    const known = await lookAhead(named, burst)
    const verdictOn = (all: readonly Person[]) => {
      const found = all.find(({ id }) => id === by)
      return found && { is: found.isOutsider ? ('outsider' as const) : undefined }
    }
    const atOnce = verdictOn(known.people)
    // Whoever presses has an account: what is known of them is older than that.
    const isBack = deed.asks === 'press' && known.people.some((each) => each.id === by && each.isDeactivated)
    if (atOnce && !isBack && known.unknown.people.length + known.unknown.channels.length === 0) return atOnce.is
    const lookedUp = lookUpUnknown(world, slack, { ...named, again: isBack ? [by] : [] }).catch((error: unknown) => {
      world.log.warn({ err: error }, 'Who acts could not be looked up')
    })
    const late = sleep(systemClock, longestLookMs).then(() => undefined)
    await Promise.race([lookedUp, late])
    const verdict = verdictOn(await peopleByAnyName(world.db.read, [by]))
    if (verdict) return verdict.is
    return theirTeam === undefined ? 'unknown' : byTeam(theirTeam, await Promise.race([ownTeam(slack), late]))
  }
}

/** In an organisation of several workspaces colleagues come with its id, E…, or with that of another workspace. */
function byTeam(theirs: string, own: Team | undefined): KeptOut | undefined {
  if (!own) return 'unknown'
  if (theirs === own.id || theirs === own.enterpriseId) return undefined
  return own.enterpriseId === null || theirs.startsWith('E') ? 'outsider' : 'unknown'
}
