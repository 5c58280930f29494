import { z } from 'zod'
import { locales } from '../../kit/i18n/index.ts'
import type { Session } from '../sessions/index.ts'

/** A browser that is signed in, as the API tells of it. */
export const sessionAnswer = z.object({
  id: z.string(),
  person: z.string().describe('Slack user id'),
  name: z.string(),
  how: z.enum(['slack', 'link']).describe('With Slack, or by a link that the bot sent'),
  browser: z.string().describe('What the browser says of itself'),
  opened_at: z.iso.datetime(),
  last_used_at: z.iso.datetime().describe('To the hour'),
  expires_at: z.iso.datetime(),
  is_this: z.boolean().describe('Whether it is the one that asks'),
})
export type SessionAnswer = z.output<typeof sessionAnswer>

export const sessionsAnswer = z.object({ sessions: z.array(sessionAnswer) })

const may = z.boolean()

/** Who the caller is, and what they may do at all. */
export const meAnswer = z.object({
  person: z.object({ id: z.string(), name: z.string(), handle: z.string() }).nullable().describe('null for an agent'),
  locale: z.enum(locales),
  timezone: z.string(),
  places: z.object({ channel: z.string().describe('Before a channel’s id: where it is opened in Slack') }),
  can: z.object({ respond: may, manage: may, secure: may, administer: may }),
})
export type MeAnswer = z.output<typeof meAnswer>

/** A session as the API tells of it. */
export const sessionAnswerOf = (session: Session, name: string, asking: string | undefined): SessionAnswer => ({
  id: session.id,
  person: session.userId,
  name,
  how: session.how,
  browser: session.browser,
  opened_at: session.openedAt.toISOString(),
  last_used_at: session.usedAt.toISOString(),
  expires_at: session.expiresAt.toISOString(),
  is_this: session.id === asking,
})
