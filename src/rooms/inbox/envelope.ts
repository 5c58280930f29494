/** One event as it arrived: what Slack calls an `event_callback`. */
export type Envelope = {
  /** Slack's id of the event: the same each time that it is sent. */
  eventId: string
  /** The type of the event inside: `app_mention`, `reaction_added` … */
  kind: string
  /** Where it happened, or else the group or person that it is about: events of one of them are worked off in their order. */
  channelId: string | undefined
  body: EventBody
}

export type EventBody = { readonly [key: string]: unknown; readonly event: EventPayload }

export type EventPayload = { readonly [key: string]: unknown; readonly type: string }

/** An envelope that was taken out of the inbox to be worked off. */
export type Taken = Envelope & {
  receivedAt: Date
  /** How often it was taken as the first of its channel, this time included; 0 for one that followed another. */
  attempts: number
  /** Until when it is ours: after that, another process may have it. */
  claimedUntil: Date
}

/** What became of an envelope: stored now, stored before, or none of our business. */
export type Kept = 'kept' | 'duplicate' | 'ignored'

/** Reads the body of an `event_callback`; undefined when it lacks what every event has. */
export function readEnvelope(body: unknown): Envelope | undefined {
  if (!isRecord(body) || body.type !== 'event_callback') return undefined
  const { event_id: eventId, event } = body
  if (typeof eventId !== 'string' || eventId === '' || !isPayload(event)) return undefined
  return { eventId, kind: event.type, channelId: channelOf(event), body: { ...withoutToken(body), event } }
}

/** Events name their channel in different places: messages, renamed channels, pins, reactions. Those of groups and people have none. */
function channelOf(event: EventPayload): string | undefined {
  const { channel, channel_id: channelId, old_channel_id: before, item, subteam_id: group, subteam, user } = event
  if (typeof channel === 'string') return channel
  if (isRecord(channel) && typeof channel.id === 'string') return channel.id
  if (typeof channelId === 'string') return channelId
  // What was told under the old id comes first.
  if (typeof before === 'string') return before
  if (isRecord(item) && typeof item.channel === 'string') return item.channel
  // Who came into a group builds on who was in it before.
  if (typeof group === 'string') return group
  for (const about of [subteam, user]) if (isRecord(about) && typeof about.id === 'string') return about.id
  return undefined
}

/** Slack's old verification token comes with every envelope; it is a secret and nobody needs it. */
function withoutToken(body: Record<string, unknown>): Record<string, unknown> {
  const { token: _, ...rest } = body
  return rest
}

function isPayload(value: unknown): value is EventPayload {
  return isRecord(value) && typeof value.type === 'string' && value.type !== ''
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
