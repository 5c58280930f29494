import type {} from '../facts/index.ts'

/** What a page asks of its service. */
export type PageEvent = 'trigger' | 'acknowledge' | 'resolve'

declare module '../facts/fact.ts' {
  interface FactData {
    'paging.requested': { page: string; pager: string; n: number; event: PageEvent }
    /** A person, not the policy, called these pagers. */
    'paging.called': { pagers: string[]; reason: string | null }
    /** The outcome of a page, from the service or a person. `who` answered, or is asked next. */
    'paging.answered': {
      page: string
      pager: string
      n: number
      answer: 'acknowledged' | 'declined' | 'unanswered' | 'passed_on'
      who: string | null
    }
    /** The page reached the pager's service, which decides whom it wakes. */
    'paging.delivered': { page: string; pager: string; event: PageEvent; attempts: number }
    /** Several tries have failed; the bot goes on trying. */
    'paging.delayed': { page: string; pager: string; event: PageEvent; error: string }
    /** The bot gave up. */
    'paging.failed': { page: string; pager: string; event: PageEvent; error: string }
  }
}
