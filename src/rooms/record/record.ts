import type { MarkKind } from '../settings/index.ts'

/** A message by the two keys that Slack gives it. `ts` is a text and stays one: as a number it loses its last digits. */
export type Place = { channelId: string; ts: string }

/** What keeps a message on the timeline: a pin, a reaction, the declaration that came from it, its thread, or an accepted proposal. */
export type Via = 'pin' | `reaction:${string}` | 'declaration' | 'thread' | 'proposal'

/** A file that came with a message: where it lies and what it is called, never what is in it. */
export type FileLink = { name: string; permalink: string }

/** What Slack says of a message. `words` is its text as it was written. */
export type Reading = {
  threadTs: string | null
  /** A person, or the app that said it. */
  author: string | null
  words: string
  permalink: string | null
  /** Slack's key of the last edit that `words` holds. */
  editedTs: string | null
  files: readonly FileLink[]
}

/** A message of the record. `words` is Slack's text as it was written; null until it was read. */
export type RecordedMessage = Place & {
  threadTs: string | null
  author: string | null
  words: string | null
  permalink: string | null
  files: readonly FileLink[]
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
