import { type Clock, later } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Failure } from './outcome.ts'

/**
 * Slack's words for a token that opens nothing any more: the app was removed, its account or the workspace was shut, the token
 * was revoked. They are of the token and not of the method: no other call goes better.
 * https://docs.slack.dev/reference/methods/auth.test#errors
 */
const SHUT_OUT = new Set([
  'account_inactive',
  'app_uninstalled',
  'invalid_auth',
  'not_authed',
  'org_login_required',
  'team_added_to_org',
  'token_expired',
  'token_revoked',
])

/** The first pause after Slack shut the bot out, and the longest, in milliseconds. Somebody has to act before it goes well. */
const FIRST_PAUSE_MS = 30_000
const LONGEST_PAUSE_MS = 5 * 60_000

/** How many milliseconds pass between two asks whether Slack accepts the bot, where it has nothing else to call and somebody wants to know. */
const ASK_AGAIN_MS = 5 * 60_000

/** Slack's own word, and since when. */
export type ShutOut = { error: string; since: Date }

/** Whether Slack lets the bot in at all. */
export interface Admission {
  /** Why the bot is shut out, while it is. */
  shutOut(): ShutOut | undefined
  /** Whether it is time to ask, since nobody has called of late. */
  isDue(): boolean
  /** Leave for one call; or when to come again. While the bot is shut out one call after each pause is let through. */
  enter(): 'free' | 'trial' | Extract<Failure, { is: 'limited' }>
  /** What became of a call that was let in. Returns what its caller is told: who is shut out is to wait, and has failed in nothing. */
  left<Outcome extends Left>(as: 'free' | 'trial', outcome: Outcome): Outcome | Extract<Failure, { is: 'limited' }>
}

type Left = { is: 'done' } | Failure

/** Says once that the bot is shut out, and once that it is let in again. */
export function createAdmission(clock: Clock, log: Log): Admission {
  let shut: (ShutOut & { pauseMs: number; nextAt: Date; isTrying: boolean }) | undefined
  let calledAt = clock.now()
  const wait = (ms: number) => ({ is: 'limited', retryAfterMs: Math.max(ms, 1_000) }) as const
  return {
    shutOut: () => shut && { error: shut.error, since: shut.since },
    isDue() {
      const now = clock.now()
      return shut ? !shut.isTrying && shut.nextAt <= now : later(calledAt, ASK_AGAIN_MS) <= now
    },
    enter() {
      calledAt = clock.now()
      if (!shut) return 'free'
      const ms = shut.nextAt.getTime() - clock.now().getTime()
      if (ms > 0 || shut.isTrying) return wait(ms)
      shut.isTrying = true
      return 'trial'
    },
    left(as, outcome) {
      const now = clock.now()
      if (outcome.is === 'refused' && SHUT_OUT.has(outcome.error)) {
        if (!shut) {
          shut = { error: outcome.error, since: now, pauseMs: FIRST_PAUSE_MS, nextAt: now, isTrying: false }
          log.error(
            { error: outcome.error },
            'Slack lets the bot in no more: install the app again, or replace the token. Everything waits; one call is tried every few minutes',
          )
        } else if (as === 'trial') {
          Object.assign(shut, { error: outcome.error, isTrying: false })
          shut.pauseMs = Math.min(shut.pauseMs * 2, LONGEST_PAUSE_MS)
        }
        if (as === 'trial' || shut.nextAt <= now) shut.nextAt = later(now, shut.pauseMs)
        return wait(shut.nextAt.getTime() - now.getTime())
      }
      if (shut && (outcome.is === 'done' || outcome.is === 'refused')) {
        log.info('Slack lets the bot in again')
        shut = undefined
      } else if (shut && as === 'trial') {
        Object.assign(shut, { isTrying: false, nextAt: later(now, shut.pauseMs) })
      }
      return outcome
    },
  }
}
