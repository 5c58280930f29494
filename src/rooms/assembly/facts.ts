import type {} from '../facts/index.ts'

declare module '../facts/fact.ts' {
  interface FactData {
    'assembly.widened': { reason: string; people: number; channels: number; skipped: number; gaps: string[] }
    /** A person brought the incident to a channel, or to a thread of one. */
    'assembly.linked': { channel: string; threadTs: string | null; isPrivate: boolean }
    'assembly.unlinked': { channel: string; threadTs: string | null; why: 'unlinked' | 'archived' }
    'assembly.heard_again': { channel: string; threadTs: string | null; why: 'unarchived' }
    /** A person whom the bot had not called came into the channel, or left it. */
    'assembly.came': { user: string }
    'assembly.went': { user: string }
    /** A person took the right to know of it from others. */
    'assembly.excluded': { people: string[]; reason: string | null }
    /** It became private, or its channel did: people of a rule for public incidents, and those who came by themselves, lost access. */
    'assembly.narrowed': { people: string[] }
    /** A person joined by themselves; `n` counts their joins. */
    'assembly.joined': { user: string; n: number }
  }
}
