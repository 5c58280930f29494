import type { Situation, Voice } from '../situation/index.ts'

/** The parts of the pinned card that features add lines to, from the top. */
export const cardParts = ['said', 'fields', 'crew', 'notes', 'documents', 'warnings'] as const
export type CardPart = (typeof cardParts)[number]

/** One thing that the card says: as many lines as it takes now, none where there is nothing to say. */
export type CardLine = (situation: Situation, voice: Voice) => readonly string[]

/** What a feature says on the card, by part and under the names by which the card puts it in order. */
export type CardLines = { readonly [Part in CardPart]?: Readonly<Record<string, CardLine>> }

/** A pair of the fields, such as `*TODO* 1/3`. */
export const pair = (label: string, value: string): string => `${label} ${value}`
