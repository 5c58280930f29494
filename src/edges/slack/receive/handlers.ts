import type { KeptOut } from '../../../kit/slack/doors.ts'
import type { Envelope, EventPayload } from '../../../rooms/inbox/index.ts'

/** An event, as a door gets it. */
export type Arrived = {
  /** Slack's id of the event; the same when it is handled again after a failure or a crash. */
  id: string
  kind: string
  channelId: string | undefined
  /** Slack's payload: data from outside, to be parsed by the door. */
  event: EventPayload
  receivedAt: Date
  /** Whether the bot itself did this. */
  own: boolean
  /** Why nothing is done for who did it; undefined where they belong here. */
  keptOut: KeptOut | undefined
  /** The bot's own user; undefined while Slack has not said who that is. */
  bot: string | undefined
}

/** Handles one event. May be called again for the same event, so what it does must bear that. */
export type EventHandler = (event: Arrived) => Promise<void>

export type HandlerOptions = {
  /** Hear of the bot's own messages, reactions and pins too. */
  own?: boolean
}

/** Who the bot is in its workspace. */
export type Identity = { botUserId: string; botId: string | undefined; teamId: string }

export interface Handlers {
  add(kind: string, handler: EventHandler, options?: HandlerOptions): void
  /** Those that want to hear of an event of this kind. */
  of(kind: string, own: boolean): EventHandler[]
}

/** The register of who handles which kind of event. */
export function createHandlers(): Handlers {
  const all = new Map<string, { handler: EventHandler; own: boolean }[]>()
  return {
    add(kind, handler, { own = false } = {}) {
      all.set(kind, [...(all.get(kind) ?? []), { handler, own }])
    },
    of(kind, own) {
      return (all.get(kind) ?? []).filter((entry) => entry.own || !own).map((entry) => entry.handler)
    },
  }
}

/** What the bot would only hear as an echo of itself. That it joined or left a channel is news all the same. */
const ECHOES = new Set(['message', 'app_mention', 'reaction_added', 'reaction_removed', 'pin_added', 'pin_removed'])

/**
 * Whether an event is the echo of what the bot did. The envelope itself names the bot's user and app, so that this is
 * known before Slack has told us who we are. A person's edit or deletion of a bot's message is no echo.
 */
export function isEcho(envelope: Envelope, identity: Identity | undefined): boolean {
  if (!ECHOES.has(envelope.kind)) return false
  const { body } = envelope
  const { event } = body
  if (event.subtype === 'message_deleted') return false
  const said = isRecord(event.message) ? event.message : event
  const botUserId = botUserOf(envelope, identity)
  const by = isRecord(said.edited) ? said.edited.user : said.user
  if (botUserId !== undefined && by === botUserId) return true
  if (isRecord(said.edited)) return false
  if (identity?.botId !== undefined && said.bot_id === identity.botId) return true
  return typeof body.api_app_id === 'string' && said.app_id === body.api_app_id
}

/** The bot's own user, as Slack has said at the start, or as an event's envelope says. */
export const botUserOf = ({ body }: Envelope, identity: Identity | undefined): string | undefined =>
  identity?.botUserId ?? authorizedUser(body.authorizations)

function authorizedUser(authorizations: unknown): string | undefined {
  const first: unknown = Array.isArray(authorizations) ? authorizations[0] : undefined
  return isRecord(first) && first.is_bot === true && typeof first.user_id === 'string' ? first.user_id : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
