import { createStore, type Store } from '../state/store.ts'

/** What was begun and not sent, by person and place; lost with the tab, as it should be in a sandbox. */
const drafts = new Map<string, string>()

export function draftKey(person: string | undefined, channel: string, thread: string | undefined): string {
  return `${person} ${channel} ${thread ?? ''}`
}

export function readDraft(key: string): string {
  return drafts.get(key) ?? ''
}

export function keepDraft(key: string, text: string): void {
  if (text === '') drafts.delete(key)
  else drafts.set(key, text)
}

/** A text that waits for the composer of a channel to take it up. */
export const offered: Store<{ channel: string; text: string } | undefined> = createStore<
  { channel: string; text: string } | undefined
>(undefined)

/** Puts a text into the composer of a channel, and the caret behind it, as soon as the channel is open. */
export function offerText(channel: string, text: string): void {
  offered.set({ channel, text })
}
