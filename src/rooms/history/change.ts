import type { Fact, FactType } from '../facts/index.ts'
import { timelineFacts } from '../record/index.ts'

/** What people changed that the timeline does not tell. */
export const quietFacts = [
  'incident.tags_set',
  'calls.answered',
  'calls.released',
  'roles.role_released',
  'channel.renamed',
  'channel.converted',
  'channel.move_wanted',
  'channel.former_archived',
  'assembly.joined',
  'todos.assigned',
  'todos.box_set',
  'todos.reworded',
  'todos.reopened',
  'todos.dropped',
  'actions.added',
  'actions.changed',
  'actions.done',
  'actions.waived',
  'actions.reopened',
  'actions.removed',
  'actions.conflict_settled',
  'record.marked',
  'record.unmarked',
  'record.note_added',
  'record.entry_edited',
  'upkeep.archive_put_off',
  'ladder.postponed',
  'ladder.waived',
  'ladder.published',
  'ladder.assigned',
  'ladder.review_planned',
  'ladder.review_held',
  'ladder.review_waived',
  'postmortem.written',
  'postmortem.status_set',
  'publishing.opened',
  'publishing.merged',
  'publishing.closed',
  'publishing.withdrawn',
  'publishing.tried_again',
] as const satisfies readonly FactType[]

/** Everything that stands in the record of changes. */
export const changeFacts: readonly FactType[] = [...timelineFacts, ...quietFacts]

/** What was one thing and is another since, in words; null where there was nothing, or nobody knew. */
export type Turn = { what: string; from: string | null; to: string | null }

/** One change of an incident: who, when, from what, why, through which door. */
export type Change = {
  fact: Fact
  words: string
  turns: readonly Turn[]
  reason: string | null
  /** Whether it can be taken back: it still stands as it was left. */
  canUndo: boolean
}
