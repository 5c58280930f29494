/** Why a verb refuses, by code. Each edge puts it into the words of the person who can act. */
export type RefusalCode =
  | 'incident-unknown'
  | 'move-illegal'
  | 'handler-taken'
  | 'handler-already'
  | 'handler-vacant'
  | 'role-unknown'
  | 'role-held'
  | 'role-not-held'
  | 'role-beside-lead'
  | 'hand-over-same'
  | 'hand-over-unable'
  | 'hand-over-gone'
  | 'hand-over-not-yours'
  | 'level-unknown'
  | 'level-same'
  | 'service-unknown'
  | 'urgency-unknown'
  | 'time-in-future'
  | 'time-before-declared'
  | 'nothing-changed'
  | 'kind-same'
  | 'archive-not-due'
  | 'left-undone'
  | 'merge-self'
  | 'merge-over'
  | 'merge-reveals'
  | 'merge-unlike'
  | 'visibility-same'
  | 'time-order'
  | 'time-needed'
  | 'channel-unknown'
  | 'link-private'
  | 'link-own'
  | 'link-archived'
  | 'link-already'
  | 'link-unknown'
  | 'link-unreadable'
  | 'link-nothing'
  | 'bot-there'
  | 'function-unknown'
  | 'nobody-chosen'
  | 'nobody-found'
  | 'call-unknown'
  | 'todo-unknown'
  | 'todo-closed'
  | 'todo-open'
  | 'todo-taken'
  | 'action-unknown'
  | 'action-closed'
  | 'action-closed-by'
  | 'action-changed'
  | 'action-changed-by'
  | 'action-reason'
  | 'action-owner-outside'
  | 'action-there'
  | 'channel-archived'
  | 'guest-not-invited'
  | 'checkpoint-fresh'
  | 'moment-gone'
  | 'entry-unknown'
  | 'snooze-nothing'
  | 'snooze-needless'
  | 'postmortem-too-early'
  | 'postmortem-published'
  | 'postmortem-waived'
  | 'postmortem-day-past'
  | 'postmortem-day-same'
  | 'postmortem-owner-same'
  | 'unable'
  | 'unknowing'
  | 'section-unknown'
  | 'section-changed'
  | 'question-gone'
  | 'pass-self'
  | 'pass-unable'
  | 'pass-unknowing'

/**
 * A verb's "no": nothing was changed, and the person is told why. `gaps` fill the text; `field` names the form's field
 * that the refusal is about, where there is one.
 */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly gaps: Record<string, string>
  readonly field: string | undefined

  constructor(code: RefusalCode, gaps: Record<string, string> = {}, field?: string) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.gaps = gaps
    this.field = field
  }
}
