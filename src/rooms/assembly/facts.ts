import type {} from '../facts/index.ts'

declare module '../facts/fact.ts' {
  interface FactData {
    'assembly.widened': { reason: string; people: number; channels: number; skipped: number; gaps: string[] }
    /** A person brought the incident to a channel, or to a thread of one. */
    'assembly.linked': { channel: string; threadTs: string | null; isPrivate: boolean }
    'assembly.unlinked': { channel: string; threadTs: string | null; why: 'unlinked' | 'archived' }
    'assembly.heard_again': { channel: string; threadTs: string | null; why: 'unarchived' }
    /** Somebody came into the channel whom the bot had not called, and went again. */
    'assembly.came': { user: string }
    'assembly.went': { user: string }
    /** The right to know of it was taken from people by hand. */
    'assembly.excluded': { people: string[]; reason: string | null }
    /** It became private, or its channel did: those of a rule for public ones, and who had come by themselves, are out. */
    'assembly.narrowed': { people: string[] }
    /** Somebody came by themselves, for the how-manieth time. */
    'assembly.joined': { user: string; n: number }
  }
}
