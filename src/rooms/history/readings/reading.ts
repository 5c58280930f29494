/** What somebody read of a private incident: its page, its postmortem, a file that holds it, or by the API. */
export const readingKinds = ['page', 'postmortem', 'export', 'api'] as const
export type ReadingKind = (typeof readingKinds)[number]

/** Somebody read it. `through`: the token's name, where they asked by one. */
export type Reading = { userId: string; what: ReadingKind; at: Date; through: string | null }

export const hourMs = 3_600_000

/** A page that stays open is read again by itself: for so long that is the same reading, in milliseconds. */
export const sittingMs = 12 * hourMs
