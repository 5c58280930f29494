import { setTimeout as wait } from 'node:timers/promises'
import { patient } from './patience.ts'

/** Whatever goes on changing is waited for so many times longer than what stands still. */
const mostPatience = 4

/**
 * Polls until `look` finds something. Throws what `look` said last when it has said the same for `forMs` milliseconds: as long as
 * what is missing changes, the bot is slow and not stuck.
 */
export async function until<T>(look: () => Promise<T>, forMs = 30_000, everyMs = 75): Promise<T> {
  const end = performance.now() + patient(forMs) * mostPatience
  let [said, since] = ['', performance.now()]
  while (true) {
    try {
      return await look()
    } catch (error) {
      if (String(error) !== said) [said, since] = [String(error), performance.now()]
      if (performance.now() > Math.min(since + patient(forMs), end)) throw error
      await wait(everyMs)
    }
  }
}
