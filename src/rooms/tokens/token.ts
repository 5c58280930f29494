import { createHash } from 'node:crypto'
import { z } from 'zod'
import { settingKey } from '../../kit/wire.ts'
import type { Scope } from '../access/index.ts'
import { type Rank, ranks } from '../settings/index.ts'

/** A token as it is kept: its secret is known to whoever made it alone. */
export type Token = {
  id: string
  name: string
  /** How it begins: by this people recognise it. */
  prefix: string
  /** Whose it is; null for an agent's, which is called by the token's name. */
  userId: string | null
  rank: Rank
  scope: Scope
  mayNamePeople: boolean
  /** It is for a screen on the wall: it opens that page alone. */
  isDisplay: boolean
  /** A Slack user id, or an agent's name. */
  madeBy: string
  madeAt: Date
  expiresAt: Date | null
  /** To the hour; null while nobody has used it. */
  usedAt: Date | null
}

/** What begins every secret, so that logs and scanners know one. */
export const secretBegins = 'sssbot_'
/** So much of a secret is shown to recognise it by: 36 of 256 bits. */
export const shownLength = secretBegins.length + 6

/** What is kept of a secret. It has 256 bits of chance, so that nothing slower is needed. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Its last use is noted once in this time, in milliseconds. */
export const usedEveryMs = 3_600_000

/** A token's name: it stands in timelines and messages, so it may hold no markup of Slack or Markdown. */
export const tokenName = z
  .string()
  .trim()
  .normalize('NFC')
  .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} -]{0,39}$/u)
  .describe('What it is called: letters, digits, spaces and hyphens; an agent is called by it')

const some = <Schema extends z.ZodType>(each: Schema) => z.array(each).min(1).max(100).nullish()

/** What is asked for when a token is made. */
export const tokenInput = z.strictObject({
  name: tokenName,
  for: z.enum(['agent', 'me']).default('agent').describe('Whose it is: an agent’s, or that of whoever makes it'),
  right: z.enum(ranks).default('responder').describe('What it may do at most'),
  services: some(settingKey).describe('Only incidents of these services, by their keys'),
  incidents: some(z.string().min(1).max(100)).describe('Only these incidents, by their ids'),
  display: z
    .boolean()
    .default(false)
    .describe('For a screen on the wall: it opens that page and its stream alone, and shows what is public'),
  may_name_people: z.boolean().default(false).describe('Whether `actor` may name the person in whose name it acts'),
  expires_at: z.iso.datetime({ offset: true }).nullish().describe('When it ends, as ISO 8601 with its offset'),
})
export type TokenInput = z.output<typeof tokenInput>
