import type { Fact } from '../../facts/index.ts'
import type { Place, RecordedMessage } from '../record.ts'

/** What an entry of the timeline is called, for as long as it stands: by its fact, its message or its number. */
export type EntryKey = `fact:${string}` | `message:${string}:${string}` | `note:${number}`

export const entryOfMessage = ({ channelId, ts }: Place): EntryKey => `message:${channelId}:${ts}`
export const entryOfFact = ({ id }: Pick<Fact, 'id'>): EntryKey => `fact:${id}`
export const entryOfNote = (n: number): EntryKey => `note:${n}`

/** What somebody wrote onto the timeline by hand, as they wrote it. */
export type Note = { n: number; moment: Date; words: string; by: string; at: Date }

/** One change of an entry, whole: null is as the original. */
export type Edit = {
  entry: EntryKey
  n: number
  moment: Date | null
  words: string | null
  hidden: boolean
  reason: string | null
  by: string
  at: Date
}

/**
 * One line of a timeline: a message that belongs there, something that happened to the incident, or what somebody wrote by
 * hand. `at` is when it was so, `words` what a person says of it in place of the original (null: the original), both after
 * the last edit; the original stays in `message`, `fact` or `note`, and in `originalAt`. A message that was deleted in Slack stands
 * there with no words but those.
 */
export type TimelineEntry = {
  key: EntryKey
  at: Date
  originalAt: Date
  words: string | null
  hidden: boolean
  /** Oldest first. */
  edits: readonly Edit[]
} & ({ is: 'message'; message: RecordedMessage } | { is: 'fact'; fact: Fact } | { is: 'note'; note: Note })
