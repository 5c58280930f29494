import { setTimeout as wait } from 'node:timers/promises'
import type { Part } from './plan.ts'

/** Resolves once the part answers 200. Asks ten times a second until then, or until the signal aborts. */
export const untilReady = async (part: Part, signal: AbortSignal): Promise<void> => {
  for (;;) {
    signal.throwIfAborted()
    const answer = await fetch(part.ready, { signal: AbortSignal.any([signal, AbortSignal.timeout(5000)]) }).catch(
      () => undefined,
    )
    await answer?.body?.cancel()
    if (answer?.status === 200) return
    await wait(100, undefined, { signal })
  }
}
