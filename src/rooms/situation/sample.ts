import type { HomeView, MessageContent, ModalView } from '../../kit/block-kit/index.ts'
import type { Locale } from '../../kit/i18n/index.ts'
import type { Situation } from './situation.ts'

/**
 * Who reads a message or form: everybody in the incident's channel; everybody in some other channel; one person, in a direct
 * message; one person, in the channel, who sees it alone (ephemeral); whoever opens the form; the owner of the home tab.
 */
export type Audience = 'channel' | 'elsewhere' | 'person' | 'alone' | 'form' | 'home'

/**
 * One message or form in one state, for the gallery, the transcripts and the check against Slack's limits: every surface
 * that people meet has its samples beside its code.
 */
export type Sample = {
  /** `<room>/<what>/<state>`. */
  name: string
  to: Audience
  /** The incidents that it tells of. What must hold of a private one or of a drill is asked of the samples about such. */
  about: readonly Pick<Situation, 'incident'>[]
  /** It says @here on purpose. */
  loud?: true
  render(locale: Locale): MessageContent | ModalView | HomeView
}
