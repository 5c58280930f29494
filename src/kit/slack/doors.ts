import type { App } from '@slack/bolt'
import type { Slack } from './slack.ts'

/**
 * An event that has arrived, as a door gets it; `event` is data from outside, to be parsed there. `keptOut`: why nothing is done for
 * who did it. `bot`: the bot's own user, where Slack has said who that is.
 */
export type SlackEvent = {
  kind: string
  event: Readonly<Record<string, unknown>>
  own: boolean
  keptOut: KeptOut | undefined
  bot: string | undefined
}

/**
 * Somebody is of another company, or it cannot be told yet whether they are: they see and do nothing. Or they ask faster than one person
 * may: `flooding` after they were told so once, so that no further call is spent on it.
 */
export type KeptOut = 'outsider' | 'unknown' | 'too-fast' | 'flooding'

/** What a room's door registers into: Bolt for what people press and send, `on` for events, the port for direct answers. */
export type Doors = {
  app: App
  slack: Slack
  on(kind: string, handler: (event: SlackEvent) => Promise<void>): void
}
