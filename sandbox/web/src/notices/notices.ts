import { createStore, useStore } from '../state/store.ts'
import type { Call } from './call.ts'

/** What is shown for a while at the edge of the window: a sentence (or the name of a known error), or that somebody calls. */
export type Notice = { id: number; code: string } | { id: number; call: Call }

const store = createStore<readonly Notice[]>([])
let count = 0
const SHOWN_MS = 6000
const CALLS_SHOWN = 3

export function useNotices(): readonly Notice[] {
  return useStore(store, (notices) => notices)
}

export function tell(code: string): void {
  show({ id: ++count, code }, (other) => !('code' in other) || other.code !== code)
}

/** Says that somebody calls the acted person. One line per channel: the first stays, for an invitation says more than what follows it. */
export function tellCall(call: Call): void {
  const calls = store.get().flatMap((notice) => ('call' in notice ? [notice.call] : []))
  if (calls.length >= CALLS_SHOWN || calls.some((other) => other.channel === call.channel)) return
  show({ id: ++count, call }, () => true)
}

export function dismiss(id: number): void {
  store.set(store.get().filter((notice) => notice.id !== id))
}

/** Takes the calls of a channel away: whoever looks at it needs none. */
export function dismissCalls(channel: string): void {
  const left = store.get().filter((notice) => !('call' in notice) || notice.call.channel !== channel)
  if (left.length < store.get().length) store.set(left)
}

function show(notice: Notice, stays: (other: Notice) => boolean): void {
  store.set([...store.get().filter(stays), notice])
  setTimeout(() => dismiss(notice.id), SHOWN_MS)
}
