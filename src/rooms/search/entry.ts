/** What was said or written: of what kind it is, as people filter it. Stored, so never renamed. */
export const entryKinds = ['summary', 'impact', 'update', 'message', 'note', 'postmortem', 'action', 'todo'] as const
export type EntryKind = (typeof entryKinds)[number]

/**
 * Something that is found: `ref` says which of its kind in its incident, `saidIn` the message that goes with it when it is deleted. `words` are as people
 * read them, without markup.
 */
export type Entry = { kind: EntryKind; ref: string; at: Date; words: string; saidIn: string | null }

/** A message by what stands in `ref` and `saidIn`. */
export const placeRef = ({ channelId, ts }: { channelId: string; ts: string }): string => `${channelId}:${ts}`

/** The message of a `ref`. */
export function placeOfRef(ref: string): { channelId: string; ts: string } {
  const [channelId = '', ts = ''] = ref.split(':')
  return { channelId, ts }
}
