import { createHash } from 'node:crypto'
import { linksIn } from './previews.ts'
import type { StoredChannel, StoredMessage } from './types.ts'
import type { Workspace } from './workspace.ts'

const isOf = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`)

/** The handle of a message whose links an app may show; it names what it is of. */
const unfurlId = (channel: string, ts: string): string =>
  `${channel}.${ts}.${createHash('sha256').update(`${channel} ${ts}`).digest('hex')}`

/** The channel and the message of a handle, or nothing where nobody was given it. */
export function unfurled(id: string): { channel: string; ts: string } | undefined {
  const [channel = '', seconds, micros] = id.split('.')
  const ts = `${seconds}.${micros}`
  return id === unfurlId(channel, ts) ? { channel, ts } : undefined
}

/**
 * Tells the app of links to the domains that its manifest names, in whatever channel they were posted.
 * Source: docs.slack.dev/reference/events/link_shared
 */
export function tellLinks(workspace: Workspace, channel: StoredChannel, message: StoredMessage): void {
  if (message.bot_id !== undefined || message.user === undefined) return
  const links = linksIn(message.text).flatMap((url) => {
    const { hostname } = new URL(url)
    const domain = workspace.app.linkDomains.find((each) => isOf(hostname, each))
    return domain === undefined ? [] : [{ url, domain }]
  })
  if (links.length === 0) return
  const { ts, thread_ts, user } = message
  workspace.happened(
    {
      type: 'link_shared',
      user,
      channel: channel.id,
      message_ts: ts,
      ...(thread_ts === undefined ? {} : { thread_ts }),
      links,
      source: 'conversations_history',
      unfurl_id: unfurlId(channel.id, ts),
      is_bot_user_member: channel.members.has(workspace.botId),
      event_ts: workspace.newTs(),
    },
    channel,
  )
}
