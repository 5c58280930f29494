import { z } from 'zod'

/**
 * Names of Slack things as an admin writes them, wide or narrow, in large or small letters. Slack writes handles and channel names in
 * lower case, and any script: https://slack.com/help/articles/201402297
 */
const NAME = String.raw`[\p{L}\p{M}\p{N}]`
const MEMBER_ID = '[UW][A-Z0-9]{5,}'
const EMAIL = String.raw`[^\s@＠]+[@＠][^\s@＠]+[.．][^\s@＠]+`

const PARTY = new RegExp(String.raw`^(?:[@＠]?${NAME}(?:${NAME}|[._\-．＿－])*|${MEMBER_ID}|${EMAIL})$`, 'u')
const CHANNEL = new RegExp(String.raw`^(?:[#＃]?(?:${NAME}|[_\-＿－]){1,80}|[CG][A-Z0-9]{5,})$`, 'u')
const MEMBER = new RegExp(`^${MEMBER_ID}$`)
const PERSON = new RegExp(`^(?:${MEMBER_ID}|${EMAIL})$`, 'u')

/**
 * Whom a text means, as Slack's names are kept here: wide and narrow, large and small letters are one, with an `@` or without. An id
 * stays as it is.
 */
export function partyMeant(text: string): string {
  const plain = text.normalize('NFKC').trim()
  const name = plain.replace(/^@/, '')
  const isId = MEMBER.test(name) && (name === plain || /\d/.test(name))
  return isId ? name : name.toLowerCase()
}

/** Which channel a text means, likewise, with a `#` or without. */
export function channelMeant(text: string): string {
  const plain = text.normalize('NFKC').trim()
  const name = plain.replace(/^#/, '')
  return name === plain && isChannelId(name) ? name : name.toLowerCase()
}

/**
 * Whom to call: a user group `@service-a`, a person `@tanaka`, `tanaka@example.com` or `U0123ABCD`.
 * Comes out without the leading `@`.
 */
export const party = z.string('party').regex(PARTY, 'party').transform(partyMeant).meta({ id: 'party' })

/** Where to speak: `#general` or a channel id. Comes out without the leading `#`. */
export const channelAddress = z
  .string('channel')
  .regex(CHANNEL, 'channel')
  .transform(channelMeant)
  .meta({ id: 'channel' })

/** Whether a party surely is one person: an e-mail address or a member id. A handle may be either. */
export function isPerson(address: string): boolean {
  return PERSON.test(address)
}

/** Whether a person is named by their member id. */
export function isMemberId(address: string): boolean {
  return MEMBER.test(address)
}

/** Whether a channel is named by its id. */
export function isChannelId(address: string): boolean {
  return /^[CG][A-Z0-9]{5,}$/.test(address)
}

/** A key of our own, which stands in menus and in the database: never change one in use. */
export const key = z.string('key').regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'key')
