import type { MarkKind } from '../settings/index.ts'

/** A message by the two keys that Slack gives it. `ts` is a text and stays one: as a number it loses its last digits. */
export type Place = { channelId: string; ts: string }

/** What keeps a message in the record: a pin, a reaction, the declaration that came from it, or its thread. */
export type Via = 'pin' | `reaction:${string}` | 'declaration' | 'thread'

/** A message of the record. `words` is Slack's text as it was written; null until it was read. */
export type RecordedMessage = Place & {
  threadTs: string | null
  author: string | null
  words: string | null
  permalink: string | null
  saidAt: Date
  kinds: readonly MarkKind[]
}

/** When a message was said: Slack's key of it begins with the seconds. */
export const saidAt = (ts: string): Date => new Date(Number(ts) * 1000)

/** The address of another message beside one whose address is known, so that Slack is not asked for each. */
export function permalinkBeside(known: string, channelId: string, ts: string, threadTs: string | null): string {
  const base = known.slice(0, known.indexOf('/archives/'))
  const link = `${base}/archives/${channelId}/p${ts.replace('.', '')}`
  return threadTs && threadTs !== ts ? `${link}?thread_ts=${threadTs}&cid=${channelId}` : link
}
