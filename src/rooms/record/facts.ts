import type {} from '../facts/index.ts'

declare module '../facts/fact.ts' {
  interface FactData {
    /** A message was marked for the timeline. Its text stands in the record alone, so that a deletion reaches all of it. */
    'record.marked': { channel: string; ts: string; kind: string; via: string; by: string }
    'record.unmarked': { channel: string; ts: string; kind: string; via: string; by: string }
    'record.read': { channel: string; ts: string; author: string | null }
    'record.edited': { channel: string; ts: string }
    'record.forgotten': { channel: string; ts: string }
    /** Messages of the channel that were missed, by their keys: one page of its history. */
    'record.missed': { channel: string; keys: string[] }
    /** The conversation was read again after a gap: how many messages had been missed, edited or deleted. */
    'record.repaired': { channel: string; threadTs: string | null; found: number; edited: number; deleted: number }
    'record.adopted': { channel: string; ts: string | null; threadTs: string | null; messages: number }
    'record.adoption_failed': { error: string; attempts: number }
    'record.proposal_refused': { channel: string; ts: string; by: string }
    /** A person added or changed an entry of the timeline. Its text stands in the record alone. */
    'record.note_added': { entry: string; at: string; by: string }
    'record.entry_edited': { entry: string; n: number; at: string; hidden: boolean; reworded: boolean; by: string }
    'record.recovery_asked': { channel: string; ts: string; by: string }
  }
}
