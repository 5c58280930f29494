import { newId } from '../ids.ts'
import { appSettings } from '../seed/app.ts'
import { isObject } from '../workspace/json.ts'
import type { StoredChannel } from '../workspace/types.ts'
import type { SlackEvent, Workspace } from '../workspace/workspace.ts'

/** The `event_callback` around an event. */
export function eventCallback(
  workspace: Workspace,
  event: SlackEvent,
  channel: StoredChannel | undefined,
): Record<string, unknown> {
  const team_id = workspace.team.id
  const where = channel?.id ?? (isObject(event.item) ? event.item.channel : undefined)
  return {
    token: appSettings.verificationToken,
    team_id,
    context_team_id: team_id,
    context_enterprise_id: null,
    api_app_id: appSettings.appId,
    event,
    type: 'event_callback',
    event_id: newId('Ev'),
    event_time: workspace.seconds(),
    authorizations: [
      { enterprise_id: null, team_id, user_id: workspace.botId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: channel?.shared === 'ext',
    event_context: `4-${Buffer.from(JSON.stringify({ et: event.type, tid: team_id, aid: appSettings.appId, cid: where })).toString('base64')}`,
  }
}
