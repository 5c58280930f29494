import type { AppInfo, State } from '../../protocol.ts'

/** A message, a dialog or a home page, as the app makes it. */
export type Surface = {
  type?: string
  text?: string
  title?: unknown
  blocks: unknown[]
  submit?: unknown
  close?: unknown
}

/** What the page is given: every sample in both languages, and the workspace whose people and channels it names. */
export type Picture = {
  samples: { name: string; ja: Surface; en: Surface }[]
  state: State
  app: AppInfo
}
