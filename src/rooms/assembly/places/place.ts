import type { Mention, Style } from '../../settings/index.ts'

/** A place that hears of an incident: a channel, or a thread in one. */
export type Place = { channelId: string; threadTs: string | null }

/** How slots and buttons name a place. */
export const placeName = ({ channelId, threadTs }: { channelId: string; threadTs?: string | null }): string =>
  threadTs ? `${channelId}:${threadTs}` : channelId

/** The place of such a name; undefined for what an old or strange button says. */
export function placeOfName(name: string): Place | undefined {
  const [, channelId, threadTs = null] = /^([CG][A-Z0-9]+)(?::(\d+\.\d+))?$/.exec(name) ?? []
  return channelId === undefined ? undefined : { channelId, threadTs }
}

/**
 * The thread that a message's link leads to: that of its parent, or the one that begins with it. Undefined for what is
 * no link to a message. https://docs.slack.dev/reference/methods/chat.getPermalink
 */
export function threadOfLink(link: string): Place | undefined {
  const text = link.trim().replace(/^<([^|]*)(?:\|.*)?>$/, '$1')
  if (!URL.canParse(text)) return undefined
  const { protocol, hostname, pathname, searchParams } = new URL(text)
  const [, channelId, seconds, micros] = /^\/archives\/([CG][A-Z0-9]+)\/p(\d{10})(\d{6})\/?$/.exec(pathname) ?? []
  if (protocol !== 'https:' || !/(^|\.)slack(-gov)?\.com$/.test(hostname) || channelId === undefined) return undefined
  const parent = searchParams.get('thread_ts')
  return { channelId, threadTs: parent && /^\d+\.\d+$/.test(parent) ? parent : `${seconds}.${micros}` }
}

/** A channel that hears of the incident. `since` tells which announcements it has missed. */
export type AssembledChannel = {
  channelId: string
  mention: Mention
  style: Style
  since: Date
  /** Only this thread of the channel hears of it. */
  threadTs?: string
  /** Who brought it there by hand; what has none, the policy names. */
  linkedBy?: string
  /** Since when it gets no more news, and why. */
  silentSince?: Date
  silentWhy?: Silence
}

/** Why a place gets no more news: a person stopped it, its channel was archived, or the incident became private. */
export type Silence = 'unlinked' | 'archived' | 'private'
