import type {} from '../facts/index.ts'

declare module '../facts/fact.ts' {
  interface FactData {
    'timekeeper.checkpoint_reached': { n: number; level: string | null }
    'timekeeper.snoozed': { reminder: string; until: string; reason: string }
  }
}
