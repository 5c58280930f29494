import type { Message, State } from '../../sandbox/protocol.ts'

/**
 * What people have seen. A message for one person alone reaches them only while they are active, and the next picture of the workspace has it
 * no more, as after a reload; whoever was told something has seen it all the same.
 */
export type Eyes = {
  /** Takes in a picture of the workspace, and answers it. */
  look(state: State): State
  /** What one person alone has seen in a channel, oldest first. */
  alone(channel: string, user: string): Message[]
}

export function createEyes(): Eyes {
  const seen = new Map<string, { channel: string; message: Message }>()
  return {
    look(state) {
      for (const { id, messages } of state.channels)
        for (const message of messages)
          if (message.ephemeral_to !== undefined) seen.set(`${id} ${message.ts}`, { channel: id, message })
      return state
    },
    alone: (channel, user) =>
      [...seen.values()]
        .filter((each) => each.channel === channel && each.message.ephemeral_to === user)
        .map(({ message }) => message)
        .sort((a, b) => (a.ts < b.ts ? -1 : 1)),
  }
}
