import type { Fact } from '../facts/index.ts'
import type { Turn } from '../record/index.ts'

/** One change of an incident: who, when, from what, why, through which door. */
export type Change = {
  fact: Fact
  words: string
  turns: readonly Turn[]
  reason: string | null
  /** Whether it can be taken back: it still stands as it was left. */
  canUndo: boolean
}
