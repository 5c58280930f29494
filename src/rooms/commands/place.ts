import { z } from 'zod'

/** Where somebody speaks to the bot; `threadTs` is the root of the thread, where it is one. */
export type Place = { channel: string; threadTs?: string | undefined }

const inThread = z.object({ thread_ts: z.string().optional(), ts: z.string().optional() }).optional().catch(undefined)
const pressed = z.object({ channel: z.object({ id: z.string() }), message: inThread, container: inThread })

/**
 * Where somebody pressed something: in a thread, if the message is a reply. Undefined for a form, which stands nowhere.
 * https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
 */
export function placeOf(body: unknown): Place | undefined {
  const { data: click } = pressed.safeParse(body)
  if (!click) return undefined
  const { channel, message, container } = click
  const threadTs = container?.thread_ts ?? message?.thread_ts
  // The root of a thread has its own time as the thread's: what is said of it is said in the channel.
  return { channel: channel.id, ...(threadTs && threadTs !== message?.ts ? { threadTs } : {}) }
}
