import { createStore, useStore } from './store.ts'

/** One line that is shown for a while at the edge of the window. `code` is a sentence or the name of a known error. */
export type Notice = { id: number; code: string }

const store = createStore<readonly Notice[]>([])
let count = 0
const SHOWN_MS = 6000

export function useNotices(): readonly Notice[] {
  return useStore(store, (notices) => notices)
}

export function tell(code: string): void {
  const notice = { id: ++count, code }
  store.set([...store.get().filter((other) => other.code !== code), notice])
  setTimeout(() => dismiss(notice.id), SHOWN_MS)
}

export function dismiss(id: number): void {
  store.set(store.get().filter((notice) => notice.id !== id))
}
