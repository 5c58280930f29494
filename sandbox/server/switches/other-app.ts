import { otherApps } from '../seed/apps.ts'
import { place } from '../workspace/messages.ts'
import type { Person, StoredMessage } from '../workspace/types.ts'
import type { Workspace } from '../workspace/workspace.ts'

const { deploys, alerts } = otherApps

const bot: Person = {
  id: deploys.botUserId,
  name: deploys.name,
  real_name: deploys.name,
  email: '',
  title: '',
  is_bot: true,
  deleted: false,
  is_restricted: false,
  locale: 'en-US',
  tz: 'America/Los_Angeles',
  updated: 1_767_225_600,
}

const channels = ['dev-all', 'service-a'] as const

/** What each wrote: an app of today carries its user, an incoming webhook only a name of its own. */
function messages(workspace: Workspace): StoredMessage[] {
  const deployed = { user: deploys.botUserId, bot_id: deploys.botId, app_id: deploys.appId }
  const hook = { subtype: 'bot_message', bot_id: alerts.botId, app_id: alerts.appId, username: alerts.name }
  return [
    { ...deployed, ts: workspace.newTs(), text: 'Deployed v1.84.0 to production :rocket:', reactions: [] },
    {
      ...hook,
      ts: workspace.newTs(),
      text: '',
      attachments: [{ id: 1, color: 'a30200', text: 'p95 latency is 1.8 s', fallback: '[no preview available]' }],
      reactions: [],
    },
  ]
}

/** Installs the bot and the webhook of others, who have written into two channels. */
export function installOtherApp(workspace: Workspace): void {
  workspace.users.set(bot.id, { ...bot })
  for (const name of channels) {
    const channel = workspace.channelByName(name)
    channel?.members.add(bot.id)
    if (channel) for (const message of messages(workspace)) place(channel, message)
  }
}

/** Takes the bot away; what was written stays, as in Slack. */
export function removeOtherApp(workspace: Workspace): void {
  workspace.users.kept.delete(bot.id)
  for (const channel of workspace.channels.kept.values()) channel.members.delete(bot.id)
}
