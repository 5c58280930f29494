import type { Grounds } from './grounds.ts'

/**
 * Whether a bot holds Slack's socket already: this one, one that holds the data folder, or another on the same PostgreSQL. One
 * more connection would take events from it.
 */
export async function isHeld({ isRunning, facts }: Pick<Grounds, 'isRunning' | 'facts'>): Promise<boolean> {
  if (isRunning) return true
  const found = await facts.database()
  return found.is === 'held' || (found.is === 'open' && found.state.others > 0)
}
