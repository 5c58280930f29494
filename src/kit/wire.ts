import { z } from 'zod'
import { trimmed } from './well-formed.ts'

/** A moment as it travels: ISO 8601 with its offset. Comes out as a Date. */
export const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

/** What people say in their own words, and keys of the settings: these name nothing that belongs to an incident. */
export const plain = z.registry<{ is: 'words' | 'key' | 'number' }>()

/** A whole number as it travels: menus send texts. Comes out as a number. */
export const wholeNumber = z
  .union([
    z.int().min(-999_999_999).max(999_999_999),
    z
      .string()
      .regex(/^-?\d{1,9}$/)
      .transform(Number),
  ])
  .register(plain, { is: 'number' })

/** A channel of the workspace, by its id in Slack. */
export const channelId = z.string().regex(/^[CG][A-Z0-9]{1,30}$/)

/** Words that somebody must give, without the spaces around them. */
export const words = (most: number) => z.string().overwrite(trimmed).min(1).max(most).register(plain, { is: 'words' })

/** The same, where they may be left out: nothing and spaces are null. */
export const wordsOrNone = (most: number) =>
  z
    .string()
    .overwrite(trimmed)
    .max(most)
    .nullish()
    .transform((text) => text || null)
    .register(plain, { is: 'words' })

/** The key of something in the settings (a role, a function): whether there is one, the verb says. */
export const settingKey = z.string().trim().min(1).max(200).register(plain, { is: 'key' })

/** The same, where it may be left out. */
export const settingKeyOrNone = z
  .string()
  .trim()
  .max(200)
  .nullish()
  .transform((text) => text || null)
  .register(plain, { is: 'key' })
