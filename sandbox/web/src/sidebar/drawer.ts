import { createStore, useStore } from '../state/store.ts'

const store = createStore(false)

/** Whether the sidebar lies open over the page, where the window is narrow. */
export function useSidebarOpen(): boolean {
  return useStore(store, (open) => open)
}

export function openSidebar(): void {
  store.set(true)
}

export function closeSidebar(): void {
  store.set(false)
}
