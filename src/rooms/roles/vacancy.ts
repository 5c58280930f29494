import { z } from 'zod'
import { later } from '../../kit/clock.ts'
import type { Mention, Settings } from '../settings/index.ts'
import { mentions } from '../settings/index.ts'

/** The timer's name in the table of timers: stored, so never renamed. */
export const vacancyTimer = 'roles.vacancy'

/** How far the calling for a handler has come: since when nobody leads, how many reminders and tiers there were. */
export const vacancyProgress = z.object({ since: z.coerce.date(), nudged: z.number(), tiers: z.number() })
export type VacancyProgress = z.infer<typeof vacancyProgress>

/** What the calling is decided by. */
export type Called = { service: string; visibility: string }

/** The tiers of an incident's service. A private incident calls only whom its own rules name, so it has none. */
export function tiersOf({ service, visibility }: Called, settings: Settings): readonly (readonly string[])[] {
  return visibility === 'private' ? [] : (settings.services[service]?.tiers ?? [])
}

/** When the next reminder or tier is due, as a timer's moment; undefined when all have been called. */
export function nextCall(progress: VacancyProgress, called: Called, settings: Settings, now: Date): Date | undefined {
  const reminder = settings.timekeeper.vacancy[progress.nudged]
  if (reminder !== undefined) return later(progress.since, reminder)
  if (progress.tiers >= tiersOf(called, settings).length) return undefined
  return besideCheckpoints(later(now, settings.timekeeper.next_tier), progress.since, settings)
}

/** In milliseconds: what comes closer than this to something else comes at once with it. */
const togetherMs = 60_000

/** A call and a checkpoint in the same moment are read by nobody: the call comes a minute later. */
function besideCheckpoints(at: Date, since: Date, { timekeeper: { checkpoint } }: Settings): Date {
  const past = (at.getTime() - since.getTime()) % checkpoint
  return past < togetherMs || checkpoint - past < togetherMs ? later(at, togetherMs) : at
}

/** What is to be done now. */
export type Call = { do: 'wait' } | { do: 'nudge'; n: number; isLast: boolean } | { do: 'tier'; tier: number }

/**
 * What a due timer asks for. Of several reminders that fell due while the bot was away only the last is sent: people are
 * reminded once of what is so now.
 */
export function callNow(progress: VacancyProgress, settings: Settings, now: Date): Call {
  const { vacancy } = settings.timekeeper
  if (progress.nudged >= vacancy.length) return { do: 'tier', tier: progress.tiers + 1 }
  const n = vacancy.filter((after) => later(progress.since, after) <= now).length
  return n > progress.nudged ? { do: 'nudge', n, isLast: n === vacancy.length } : { do: 'wait' }
}

/**
 * How loudly the n-th reminder calls, where `nudged` came before it. The first is plain words; one of the later ones names people, for who
 * is named every few minutes mutes the channel; only the last of several mentions more than those, and only as the policy allows for this
 * incident: never in a drill, for which `allowed` has none.
 */
export function loudness(
  call: { n: number; isLast: boolean; nudged: number },
  allowed: readonly Mention[],
): {
  names: boolean
  mention: Mention
} {
  const strongest = mentions.findLast((each) => allowed.includes(each)) ?? 'none'
  return { names: call.n > 1 && call.nudged < 2, mention: call.n > 1 && call.isLast ? strongest : 'none' }
}
