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
    /** Somebody put its due day off, or on; days are `2026-11-30`. */
    'ladder.postponed': { from: string | null; to: string; reason: string }
    'ladder.waived': { reason: string }
    /** Somebody said that it is published, at an address or somewhere. */
    'ladder.published': { link: string | null }
    /** The review meeting has a time, for the `n`-th time; `from` is the one before, where it was moved. */
    'ladder.review_planned': { n: number; startsAt: string; minutes: number; people: string[]; from: string | null }
    /** It should be over, and `user` was asked whether it was held. */
    'ladder.review_over': { n: number; user: string }
    'ladder.review_held': { n: number }
    'ladder.review_waived': { n: number; reason: string }
    /** It was held or waived, and is open again: the incident was taken up once more. */
    'ladder.review_opened': { n: number }
    'ladder.assigned': { from: string | null; to: string; due: string | null }
  }
}
