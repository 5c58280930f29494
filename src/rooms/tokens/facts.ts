import type {} from '../facts/index.ts'

declare module '../facts/fact.ts' {
  interface FactData {
    /** `user`: its owner; null for an agent's. `right` is the word of `src/rooms/access`. */
    'tokens.made': {
      name: string
      user: string | null
      right: string
      mayNamePeople: boolean
      expiresAt: string | null
    }
    'tokens.revoked': { name: string; user: string | null }
  }
}
