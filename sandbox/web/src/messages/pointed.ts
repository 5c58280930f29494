import { createStore, useStore } from '../state/store.ts'

/** The one row under the pointer. React misses enter and leave where an element vanishes under the pointer, so rows cannot each know. */
const store = createStore<string | undefined>(undefined)

export function useIsPointed(row: string): boolean {
  return useStore(store, (pointed) => pointed === row)
}

export function pointAt(row: string): void {
  store.set(row)
}

export function pointAway(row: string): void {
  if (store.get() === row) store.set(undefined)
}
