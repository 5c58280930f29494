import { z } from 'zod'

/** A moment as it travels: ISO 8601 with its offset. Comes out as a Date. */
export const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

/** A whole number as it travels: menus send texts. Comes out as a number. */
export const wholeNumber = z.union([
  z.int().min(-999_999_999).max(999_999_999),
  z
    .string()
    .regex(/^-?\d{1,9}$/)
    .transform(Number),
])

/** Somebody of the workspace, by their id in Slack: what else it might say would be read as markup. */
export const personId = z.string().regex(/^[UW][A-Z0-9]{1,30}$/)

/** A channel of the workspace, by its id in Slack. */
export const channelId = z.string().regex(/^[CG][A-Z0-9]{1,30}$/)

/** Words that somebody must give, without the spaces around them. */
export const words = (most: number) => z.string().trim().min(1).max(most)

/** The same, where they may be left out: nothing and spaces are null. */
export const wordsOrNone = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullish()
    .transform((text) => text || null)
