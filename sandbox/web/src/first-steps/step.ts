import type { ChannelInfo } from '../../../picture.ts'
import type { Workspace } from '../state/workspace.ts'

/** What a newcomer does next, and where. */
export type Step =
  | { name: 'mention'; channel: string }
  | { name: 'declare'; channel: string; ts: string }
  | { name: 'enter'; channel: string }
  /** `as` is somebody whom the bot called there too. */
  | { name: 'switch'; channel: string; as: string }

export const STEPS: readonly Step['name'][] = ['mention', 'declare', 'enter', 'switch']

/**
 * The next step of a newcomer, read off the workspace: call the bot, declare by its answer, enter the channel that it made, look
 * at it as somebody else. Undefined when there is none left.
 */
export function nextStep(workspace: Workspace, person: string, hasSwitched: boolean): Step | undefined {
  const made = [...workspace.channels.values()]
    .filter((channel) => channel.creator === workspace.app.user && !channel.is_im)
    .toSorted((a, b) => b.created - a.created)
  const mine = made.find((channel) => channel.members.includes(person))
  if (mine) return inside(workspace, person, hasSwitched, mine)
  if (made.length > 0) return undefined
  const answer = lastAnswer(workspace, person)
  if (answer) return { name: 'declare', ...answer }
  const general = [...workspace.channels.values()].find((channel) => channel.name === 'general')
  return general?.members.includes(person) ? { name: 'mention', channel: general.id } : undefined
}

function inside(workspace: Workspace, person: string, hasSwitched: boolean, channel: ChannelInfo): Step | undefined {
  if (hasSwitched) return undefined
  if (workspace.reads.get(person)?.[channel.id] === undefined) return { name: 'enter', channel: channel.id }
  const other = channel.members.find((id) => id !== person && workspace.users.get(id)?.is_bot === false)
  return other === undefined ? undefined : { name: 'switch', channel: channel.id, as: other }
}

function lastAnswer(
  { app, messages, channels }: Workspace,
  person: string,
): { channel: string; ts: string } | undefined {
  let last: { channel: string; ts: string } | undefined
  for (const [channel, list] of messages) {
    if (!channels.get(channel)?.members.includes(person)) continue
    const answer = list.findLast((each) => each.bot_id === app.bot_id && (each.ephemeral_to ?? person) === person)
    if (answer && answer.ts > (last?.ts ?? '')) last = { channel, ts: answer.ts }
  }
  return last
}
