import type { ActAnswer } from '../../../protocol.ts'
import { tell } from '../notices/notices.ts'
import { act } from '../state/act.ts'
import { workspaceNow } from '../state/live.ts'
import { asSent } from './wire.ts'

/** Sends what was typed: a slash command where it begins like one, else a message. `unknown` says that there is no such command. */
export async function send(
  text: string,
  channel: string,
  thread: string | undefined,
  unknown: (command: string) => string,
): Promise<ActAnswer> {
  const command = /^(\/[^\s/]+)(?:\s+([\s\S]*))?$/.exec(text.trim())
  const name = command?.[1]
  if (!name)
    return act({ do: 'post', channel, text: asSent(text.trim(), workspaceNow()), ...(thread && { thread_ts: thread }) })
  if (!workspaceNow().app.commands.some((known) => known.command === name)) {
    const error = unknown(name)
    tell(error)
    return { ok: false, error }
  }
  return act({ do: 'command', channel, command: name, text: command[2] ?? '' })
}
