import type {} from '../facts/index.ts'

declare module '../facts/fact.ts' {
  interface FactData {
    /** A browser was signed in, with Slack or by a link from the bot. */
    'sessions.opened': { user: string; how: 'slack' | 'link' }
    'sessions.ended': { user: string }
  }
}
