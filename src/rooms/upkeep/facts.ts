import type {} from '../facts/index.ts'

declare module '../facts/fact.ts' {
  interface FactData {
    'upkeep.archive_announced': { archiveAt: string }
    'upkeep.archive_put_off': { from: string; archiveAt: string }
    /** By the clock, or by a person who did not wait for it. */
    'upkeep.archive_due': Record<string, never>
    'upkeep.digest_due': { day: string }
  }
}
