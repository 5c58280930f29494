import type { Locale } from '../i18n/index.ts'
import type { HomeView, MessageContent, ModalView } from './types.ts'

/**
 * One message or form in one state, for the gallery, the snapshots and the check against Slack's limits: every surface
 * that people meet has its samples beside its code.
 */
export type Sample = {
  /** `<room>/<what>/<state>`. */
  name: string
  render(locale: Locale): MessageContent | ModalView | HomeView
}
