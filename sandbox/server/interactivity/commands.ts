import { sentText } from '../control/typed-text.ts'
import { Unable } from '../control/words.ts'
import { Refusal } from '../refusal.ts'
import { appSettings } from '../seed/app.ts'
import { isObject, type Json } from '../workspace/json.ts'
import { wireMessage } from '../workspace/messages.ts'
import type { Person, StoredChannel, StoredMessage } from '../workspace/types.ts'
import type { Interactivity } from './interactivity.ts'
import { namedChannel } from './place.ts'

/**
 * A slash command; what the app acknowledges with is shown as a message. With `should_escape` names of people and channels
 * reach the app as `<@U…|name>` and `<#C…|name>`; else as they were typed.
 */
export async function command(
  app: Interactivity,
  person: Person,
  channel: StoredChannel,
  name: string,
  text: string,
): Promise<unknown> {
  const known = app.workspace.app.commands.find((each) => each.command === name)
  if (!known) throw new Unable('no_such_command', { value: name })
  // Slack's client takes no command where the person could not post.
  if (channel.is_archived) throw new Unable('is_archived')
  if (!channel.members.has(person.id)) throw new Unable('not_in_channel')
  const { team } = app.workspace
  const named = namedChannel(channel)
  const ack = await app.send('slash_commands', 'slash_commands', {
    token: appSettings.verificationToken,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: named.name,
    user_id: person.id,
    user_name: person.name,
    command: name,
    text: known.should_escape ? sentText(app.workspace, text, 'named') : text,
    api_app_id: appSettings.appId,
    is_enterprise_install: 'false',
    response_url: app.responseUrls.issue(person.id, channel),
    trigger_id: app.triggers.issue(person.id, false, channel.id),
  })
  const answer: Json = typeof ack === 'string' ? { text: ack } : isObject(ack) ? ack : {}
  if (answer.text === undefined && answer.blocks === undefined && answer.attachments === undefined) return ack
  try {
    app.responseUrls.answer(person.id, channel, answer)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    app.tellRefused(`${name}: ${error.error}`, error, app.lastDelivery('slash_commands'))
    throw new Unable('app_bad_message', { detail: error.error })
  }
  return ack
}

function checkShortcut({ workspace }: Interactivity, callbackId: string, type: 'global' | 'message'): void {
  const known = workspace.app.shortcuts.some((each) => each.callback_id === callbackId && each.type === type)
  if (!known) throw new Unable('no_such_shortcut', { value: callbackId })
}

/** A global shortcut. */
export function shortcut(app: Interactivity, person: Person, callbackId: string): Promise<unknown> {
  checkShortcut(app, callbackId, 'global')
  return app.send('interactive', 'shortcut', {
    type: 'shortcut',
    ...app.common(person),
    action_ts: app.workspace.newTs(),
    callback_id: callbackId,
    trigger_id: app.triggers.issue(person.id, false),
  })
}

/** A shortcut from a message's menu. */
export function messageShortcut(
  app: Interactivity,
  person: Person,
  channel: StoredChannel,
  message: StoredMessage,
  callbackId: string,
): Promise<unknown> {
  checkShortcut(app, callbackId, 'message')
  return app.send('interactive', 'message_action', {
    type: 'message_action',
    ...app.common(person),
    action_ts: app.workspace.newTs(),
    callback_id: callbackId,
    trigger_id: app.triggers.issue(person.id, false, channel.id),
    response_url: app.responseUrls.issue(person.id, channel, message),
    message_ts: message.ts,
    channel: namedChannel(channel),
    message: wireMessage(app.workspace, channel, message),
  })
}
