/** The one channel of an incident. Until Slack has made it, only its name is there. */
export type IncidentChannel = {
  incidentId: string
  name: string
  suffix: number
  /** What it was to be called, where Slack would not have it so, until a person renames it. */
  wantedName: string | null
  /** Slack's word why; null where Slack changed the name unasked. */
  nameError: string | null
  isPrivate: boolean
  /** Slack's id; null until it is made. */
  channelId: string | null
  createdAt: Date | null
  archivedAt: Date | null
  archivedBy: string | null
  /** Since when the bot is out of it; null while it is in. Archiving is another thing. */
  leftAt: Date | null
  /** The private channel that is being made in its place; null where none is. */
  next: { name: string; suffix: number } | null
  /** The public channel that it left; null where it never moved. */
  former: FormerChannel | null
}

/** A public channel that a private incident left. `archivedAt`: null until the bot has cleaned and archived it. */
export type FormerChannel = { channelId: string; name: string; movedAt: Date; archivedAt: Date | null }

/** The subject of an incident's projection and facts. */
export const incidentSubject = (incidentId: string): string => `incident:${incidentId}`

/** The incident's id out of its subject; undefined for another kind of subject. */
export const incidentOf = (subject: string): string | undefined =>
  subject.startsWith('incident:') ? subject.slice('incident:'.length) : undefined

/** The slot of the channel itself. */
export const channelSlot = 'channel'

/** The slot of the private channel that is made in its place. */
export const nextChannelSlot = 'next-channel'

/** The slot of the archiving of the channel that was left. */
export const formerArchiveSlot = 'former-archive'
