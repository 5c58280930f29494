import type {} from '../facts/index.ts'

declare module '../facts/fact.ts' {
  interface FactData {
    'calls.made': {
      n: number
      /** The function's key in the settings. */
      function: string | null
      people: number
      skipped: number
      channels: string[]
      /** Names in the settings that nobody answers to. */
      gaps: string[]
      reason: string | null
    }
    'calls.answered': {
      n: number
      user: string
      answer: 'coming' | 'declined'
      how: 'button' | 'words' | 'reaction'
    }
    /** `people` are the first of `count`. */
    'calls.unanswered': { n: number; people: string[]; count: number; handler: string | null }
    'calls.released': { people: string[]; note: string | null }
  }
}
