import { Stopping } from '../kit/stopping.ts'

/** Waits for one step of the start, but no longer than until the start is given up. */
export function givingUp(signal: AbortSignal | undefined) {
  const { promise: givenUp, reject } = Promise.withResolvers<never>()
  // Heard only by whoever waits for a step at that moment.
  givenUp.catch(() => {})
  const giveUp = () => reject(new Stopping())
  if (signal?.aborted) giveUp()
  else signal?.addEventListener('abort', giveUp, { once: true })
  return <T>(step: Promise<T>): Promise<T> => Promise.race([givenUp, step])
}
