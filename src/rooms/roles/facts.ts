import type {} from '../facts/index.ts'

/** Why somebody no longer holds a role. */
export type Leaving = 'gave-up' | 'left-channel' | 'deactivated' | 'excluded'

/** Since when an incident has had no handler, and what is needed to call one. */
export type Vacancy = { since: string; service: string; level: string | null; kind: string; visibility: string }

declare module '../facts/fact.ts' {
  interface FactData {
    /** `handOver`: the offer that this answers, here and below. */
    'roles.handler_taken': { user: string; handOver?: string }
    /** There is still no handler, and the channel was reminded. `n` counts from 1 since the role became vacant. */
    'roles.vacancy_nudged': Vacancy & {
      n: number
      /** Whether this was the last reminder before the tiers are called. */
      isLast: boolean
      mention: string
      /** Whom the reminder names; nobody at first. */
      people: string[]
    }
    /** Nobody took the lead, so the service's next tier is called (in a drill only named); `tier` counts from 1. */
    'roles.tier_called': Vacancy & {
      tier: number
      /** The tier as the settings name it: handles without `@`, addresses, member ids. */
      names: string[]
      /** Whom the message names: the first few of those who are called. */
      people: string[]
      count: number
    }
    /** The handler gave up the lead, or is gone: from here on there is none. */
    'roles.handler_released': { user: string; because: Leaving }
    'roles.role_claimed': { role: string; user: string; handOver?: string }
    'roles.role_released': { role: string; user: string; because: Leaving }
    /** `to` is asked to take a role: the lead, where none is named. `from` has it until then; null where nobody has to give it up. */
    'roles.hand_over_proposed': { handOver: string; role?: string; from: string | null; to: string; briefing: string }
    /** The one reminder of an offer that has no answer. */
    'roles.hand_over_waits': { handOver: string; role?: string; from: string | null; to: string }
    /** `over`: the response ended. */
    'roles.hand_over_dropped': {
      handOver: string
      role?: string
      from: string | null
      to: string
      how: 'declined' | 'withdrawn' | 'replaced' | 'over'
      reason?: string | null
    }
    /** The lead has passed from one to the other; `from` is null where whoever offered it had left meanwhile. */
    'roles.handed_over': { handOver: string; from: string | null; to: string; briefing: string }
  }
}
