import { createHash } from 'node:crypto'

/** Somebody who is signed in, by one browser. */
export type Session = {
  id: string
  userId: string
  /** With Slack, or by a link that the bot sent. */
  how: 'slack' | 'link'
  /** What the browser says of itself. */
  browser: string
  openedAt: Date
  /** To the hour. */
  usedAt: Date
  expiresAt: Date
}

const dayMs = 24 * 3_600_000

/** A session ends after so long, whatever is done with it, in milliseconds. */
export const longestMs = 30 * dayMs
/** A browser that nobody uses is signed out after so long, in milliseconds. */
export const idleMs = 7 * dayMs
/** Its last use is noted once in this time, in milliseconds. */
export const notedEveryMs = 3_600_000

/** A link by direct message can be opened for so long, in milliseconds. */
export const linkMs = 5 * 60_000

/** What is kept of a secret. It has 256 bits of chance, so that nothing slower is needed. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** What a browser says of itself, as far as it is kept: one line, and not all of a long one. */
export const browserOf = (userAgent: string | undefined): string =>
  (userAgent ?? '')
    .replace(/[^\x20-\x7e]+/g, ' ')
    .trim()
    .slice(0, 300)

/** Whether it holds: its time is not over, and it was used lately. */
export const holds = ({ expiresAt, usedAt }: Session, now: Date): boolean =>
  expiresAt > now && usedAt.getTime() > now.getTime() - idleMs
