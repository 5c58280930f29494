import { useSyncExternalStore } from 'react'

export const locales = ['ja', 'en'] as const
export type Locale = (typeof locales)[number]

const key = 'sssbot-locale'
const watching = new Set<() => void>()

const isLocale = (text: string | null): text is Locale => text === 'ja' || text === 'en'

/** The language of whoever looks, as Slack knows it; their own choice comes before it. */
let theirs: Locale = navigator.language.startsWith('ja') ? 'ja' : 'en'

export const localeNow = (): Locale => {
  const chosen = localStorage.getItem(key)
  return isLocale(chosen) ? chosen : theirs
}

function draw(): void {
  document.documentElement.lang = localeNow()
  for (const each of watching) each()
}

/** What Slack says of whoever looks. */
export function settleLocale(said: Locale): void {
  theirs = said
  draw()
}

export function chooseLocale(chosen: Locale): void {
  localStorage.setItem(key, chosen)
  draw()
}

function watch(each: () => void): () => void {
  watching.add(each)
  return () => watching.delete(each)
}

export const useLocale = (): Locale => useSyncExternalStore(watch, localeNow)
