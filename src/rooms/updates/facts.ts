import type {} from '../facts/index.ts'

declare module '../facts/fact.ts' {
  interface FactData {
    'updates.posted': {
      n: number
      /** `first`, `follow_up` or `final`. */
      report: string
      condition: string
      action: string | null
      need: string | null
      impact: string | null
      impactBefore: string | null
      nextAt: string | null
    }
    /** A promised update is due in a moment; `users` were told alone. `n` is the update that promised it. */
    'updates.due_soon': { n: number; promisedAt: string; users: string[] }
    /** Nothing has changed since update `n`, says somebody: the next one is promised for `nextAt` instead. */
    'updates.unchanged': { n: number; promisedAt: string; nextAt: string }
    /** The promised update has not come. `n` is the update that promised it, `tell` whom this step turned to. */
    'updates.overdue': { n: number; step: number; promisedAt: string; tell: string; users: string[] }
  }
}
