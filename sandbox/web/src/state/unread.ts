import type { Message } from '../../../protocol.ts'
import { isSystem } from '../messages/group.ts'
import type { Workspace } from './workspace.ts'

/** Who reads: their id, and the user groups that call them too. */
export type Reader = { id: string; groups: readonly string[] }

/**
 * How many messages are new to a person, and how many of those name the person (or are a direct message). What the workspace
 * itself reports is nothing to read up on.
 */
export function countUnread(
  messages: readonly Message[],
  { id, groups }: Reader,
  mark: string,
  direct: boolean,
): { unread: number; mentions: number } {
  let unread = 0
  let mentions = 0
  for (let index = messages.length - 1; index >= 0; index--) {
    const message = messages[index]
    if (!message || message.ts <= mark) break
    if (message.user === id || isSystem(message) || (message.ephemeral_to && message.ephemeral_to !== id)) continue
    const named = namesPerson(message, id, groups)
    if (message.thread_ts && message.thread_ts !== message.ts && !named) continue
    unread++
    if (direct || named) mentions++
  }
  return { unread, mentions }
}

/** Whether a message calls a person: by name, as one of a group, or with everybody. */
export function namesPerson(message: Message, person: string, groups: readonly string[]): boolean {
  const { text } = message
  if (text.includes(`<@${person}>`) || /<!(channel|here|everyone)/.test(text)) return true
  return groups.some((group) => text.includes(`<!subteam^${group}`))
}

/** The ids of the user groups that a person belongs to. */
export function groupsOf(usergroups: Workspace['usergroups'], person: string): string[] {
  return [...usergroups.values()].filter((group) => group.users.includes(person)).map((group) => group.id)
}
