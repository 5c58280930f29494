import type {} from '../facts/index.ts'

/** What a page asks of its service. */
export type PageEvent = 'trigger' | 'acknowledge' | 'resolve'

declare module '../facts/fact.ts' {
  interface FactData {
    'paging.requested': { page: string; pager: string; n: number; event: PageEvent }
    /** A person had these called, and not the policy. */
    'paging.called': { pagers: string[]; reason: string | null }
    /** What became of it, as the service or a person says. `who`: who answered, or is asked next. */
    'paging.answered': {
      page: string
      pager: string
      n: number
      answer: 'acknowledged' | 'declined' | 'unanswered' | 'passed_on'
      who: string | null
    }
    /** It has reached the pager's service; whom that wakes is the service's to say. */
    'paging.delivered': { page: string; pager: string; event: PageEvent; attempts: number }
    /** It has not come through several times and is tried on. */
    'paging.delayed': { page: string; pager: string; event: PageEvent; error: string }
    /** It was given up. */
    'paging.failed': { page: string; pager: string; event: PageEvent; error: string }
  }
}
