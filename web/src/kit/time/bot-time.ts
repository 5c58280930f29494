import { useSyncExternalStore } from 'react'

/** How far the bot's time is ahead of this machine's, in milliseconds: whoever looks may have a clock that is wrong. */
let aheadMs = 0

/** Takes the bot's time from an answer. */
export function noteTime(said: string | null): void {
  const at = said === null ? Number.NaN : Date.parse(said)
  if (!Number.isNaN(at)) aheadMs = at - Date.now()
}

/** How often what counts time is drawn anew, in milliseconds. */
const everyMs = 5_000

let now = Date.now()
const watching = new Set<() => void>()
const beat = () => {
  now = Date.now() + aheadMs
  for (const draw of watching) draw()
}

function watch(draw: () => void): () => void {
  if (watching.size === 0) timer = window.setInterval(beat, everyMs)
  watching.add(draw)
  return () => {
    watching.delete(draw)
    if (watching.size === 0) window.clearInterval(timer)
  }
}
let timer = 0

/** The bot's time in milliseconds, which goes on by itself. */
export const useBotTime = (): number =>
  Math.max(
    useSyncExternalStore(watch, () => now),
    newest(),
  )

/** Right after an answer the clock is that of the answer, and not of the last beat. */
const newest = (): number => Math.floor((Date.now() + aheadMs) / everyMs) * everyMs
