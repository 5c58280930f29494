import { sectionParts } from '../models/index.ts'

/** The fields of an incident on which a statement can rest. */
export type FieldName =
  | 'status'
  | 'service'
  | 'summary'
  | 'impact'
  | 'level'
  | 'handler'
  | 'occurred_at'
  | 'detected_at'
  | 'detected_by'
  | 'declared_at'
  | 'recovered_at'
  | 'completed_at'
  | 'recovery_note'

/** What a sentence rests on. `permalink` is null where Slack has not told it. */
export type Source =
  | { is: 'message'; channelId: string; ts: string; permalink: string | null }
  | { is: 'update'; n: number }
  | { is: 'field'; name: FieldName }
  | { is: 'note'; n: number }
  | { is: 'action'; n: number }
  | { is: 'todo'; n: number }

/**
 * How a sentence stands. `stated`: taken from a field or an update that somebody sent; `quoted`: somebody's words in the channel, as they
 * stood; `proposed`: for a form that a person edits and sends, and shown nowhere else.
 */
export type Standing = 'stated' | 'quoted' | 'proposed'

/** Why a line is not simply so: somebody had it from hearsay or guessed, took it back, or a later line says otherwise. */
export type Doubt = 'rumour' | 'withdrawn' | 'superseded'

/** A sentence with what it rests on: without a source there is none. */
export type Statement = {
  words: string
  sources: readonly [Source, ...Source[]]
  standing: Standing
  doubt?: Doubt
}

/** Three lengths of one summary. */
export type Summary = {
  /** For executives: status, impact, since when, who leads or that nobody does. */
  line: Statement
  /** For support: three at most. */
  three: readonly Statement[]
  /** All of it, 20 at most. */
  whole: readonly Statement[]
}

/** What of the document a person is asked for, and is offered a proposal of. */
export const proposedGaps = ['occurred_at', 'detected_at', ...sectionParts] as const
export type ProposedGap = (typeof proposedGaps)[number]

/** A proposal for one gap: what is offered first stands first. `moment` is set where the gap asks for one and a line tells it. */
export type GapProposal = Statement & { moment?: Date }
export type GapProposals = Partial<Record<ProposedGap, readonly GapProposal[]>>

/** A draft of an update: each field by itself, for a form. */
export type UpdateDraft = {
  condition: Statement | null
  action: Statement | null
  need: Statement | null
  impact: Statement | null
}

/** An action item that somebody's words ask for. `owner` is a person's id, where the line names its speaker as the one who does it. */
export type ActionProposal = Statement & { owner: string | null }

/** A text for customers or for a 障害報告書, with the fields that it was made from, and what is still missing of it by name. */
export type Letter = {
  words: string
  sources: readonly Source[]
  missing: readonly FieldName[]
}
