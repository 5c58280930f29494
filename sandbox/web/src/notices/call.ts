import type { Change, Message } from '../../../protocol.ts'
import { isSystem, systemKind } from '../messages/group.ts'
import { groupsOf, namesPerson } from '../state/unread.ts'
import type { Workspace } from '../state/workspace.ts'

/** That somebody wants this person: invited them, named them, or wrote to them directly. */
export type Call = { kind: 'invited' | 'named' | 'direct'; channel: string; by: string | undefined; message: Message }

/** What calls a person in a change that `before` does not hold yet; an edit calls nobody, as in Slack. */
export function callIn(before: Workspace, change: Change, person: string): Call | undefined {
  if (change.kind !== 'message' || change.message.ephemeral_to !== undefined) return undefined
  const { message, channel } = change
  const last = before.messages.get(channel)?.at(-1)
  if (last && last.ts >= message.ts) return undefined
  if (isSystem(message)) return invitation(message, channel, person)
  const place = before.channels.get(channel)
  if (message.user === person || !place?.members.includes(person)) return undefined
  const call = { channel, by: message.user, message }
  if (place.is_im) return { kind: 'direct', ...call }
  return namesPerson(message, person, groupsOf(before.usergroups, person)) ? { kind: 'named', ...call } : undefined
}

function invitation(message: Message, channel: string, person: string): Call | undefined {
  const invited = systemKind(message) === 'channel_join' && message.user === person
  if (!invited || message.inviter === undefined || message.inviter === person) return undefined
  return { kind: 'invited', channel, by: message.inviter, message }
}
