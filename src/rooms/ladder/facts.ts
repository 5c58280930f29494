import type {} from '../facts/index.ts'

declare module '../facts/fact.ts' {
  interface FactData {
    /**
     * People were reminded of the postmortem. `stage`: the day after 復旧, the day before the due day, on it, or after it.
     * `owner` writes it, nobody where it is null.
     */
    'ladder.reminded': {
      stage: 'after' | 'before' | 'due' | 'overdue'
      due: string
      owner: string | null
      people: string[]
    }
    /** A person moved its due day; days are `2026-11-30`. */
    'ladder.postponed': { from: string | null; to: string; reason: string }
    'ladder.waived': { reason: string }
    /** A person said that it is published; `link` where they gave an address. */
    'ladder.published': { link: string | null }
    /** The review meeting was planned or moved; `n` counts its plans, `from` is the time before. */
    'ladder.review_planned': { n: number; startsAt: string; minutes: number; people: string[]; from: string | null }
    /** The planned time is over, and `user` was asked whether the review was held. */
    'ladder.review_over': { n: number; user: string }
    'ladder.review_held': { n: number }
    'ladder.review_waived': { n: number; reason: string }
    /** The review was held or waived, and is open again because the incident was reopened. */
    'ladder.review_opened': { n: number }
    'ladder.assigned': { from: string | null; to: string; due: string | null }
  }
}
