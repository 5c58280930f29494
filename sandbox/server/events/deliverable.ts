import { events } from '../../coverage/index.ts'
import { channelType } from '../workspace/messages.ts'
import type { StoredChannel } from '../workspace/types.ts'
import type { SlackEvent, Workspace } from '../workspace/workspace.ts'

const byMessageType = {
  channel: 'message.channels',
  group: 'message.groups',
  im: 'message.im',
  mpim: 'message.mpim',
} as const

/** The events of public channels that an app hears of without being a member. */
const everywhere: ReadonlySet<string> = new Set([
  'channel_created',
  'channel_rename',
  'channel_archive',
  'channel_unarchive',
  'channel_deleted',
  'link_shared',
])

function holdsScope(workspace: Workspace, name: string, channel: StoredChannel | undefined): boolean {
  const scopes = events.get(name)?.scopes ?? []
  if (scopes.length === 0) return true
  const own = channel?.is_private ? scopes.filter((scope) => !scope.startsWith('channels:')) : scopes
  return (own.length > 0 ? own : scopes).some((scope) => workspace.scopes.includes(scope))
}

/** Whether Slack would send this event to the app: subscribed to, permitted by its scopes, and the bot is where it happened. */
export function isDeliverable(
  workspace: Workspace,
  event: SlackEvent,
  channel: StoredChannel | undefined,
  botWasIn: boolean,
): boolean {
  const name = event.type === 'message' && channel ? byMessageType[channelType(channel)] : event.type
  if (!workspace.app.events.includes(name) || !holdsScope(workspace, name, channel)) return false
  if (!channel) return true
  return botWasIn || (everywhere.has(event.type) && !channel.is_private)
}
