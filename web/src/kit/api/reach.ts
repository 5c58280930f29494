import { useSyncExternalStore } from 'react'

/** When the bot last answered, as this machine's clock has it; and whether it does no longer. */
let answeredAt = new Date().toISOString()
let lostAt: string | null = null
const watching = new Set<() => void>()

/** The bot has answered, whatever it said. */
export function noteAnswer(): void {
  answeredAt = new Date().toISOString()
  settle(null)
}

/** Nobody has answered, or somebody before the bot did in its place. */
export const noteSilence = (): void => settle(answeredAt)

function settle(to: string | null): void {
  if (to === lostAt) return
  lostAt = to
  for (const draw of watching) draw()
}

function watch(draw: () => void): () => void {
  watching.add(draw)
  return () => watching.delete(draw)
}

/** Since when the bot has not answered: what is on the page is of then. Null while it answers. */
export const useReach = (): string | null => useSyncExternalStore(watch, () => lostAt)

// Without a network nothing is asked for, and so nothing fails.
window.addEventListener('offline', noteSilence)
