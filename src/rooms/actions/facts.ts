import type {} from '../facts/index.ts'

declare module '../facts/fact.ts' {
  interface FactData {
    /** `source` is `reaction`, `menu`, `todo`, `postmortem` or `review`. What is to be done stands in the action item alone. */
    'actions.added': {
      id: string
      n: number
      owner: string | null
      /** A day, `2026-12-01`. */
      dueOn: string | null
      kind: string | null
      size: string | null
      source: string
      channel: string | null
      ts: string | null
    }
    /** `owner` and `dueOn` as they are now. Of a title only that it changed. */
    'actions.changed': {
      id: string
      n: number
      owner: string | null
      dueOn: string | null
      changes: { field: string; from: string | null; to: string | null }[]
      reason: string | null
    }
    'actions.done': { id: string; n: number; owner: string | null }
    'actions.waived': { id: string; n: number; owner: string | null; reason: string | null }
    'actions.reopened': { id: string; n: number; owner: string | null; dueOn: string | null }
    /** The day is near or past. `shift`: how far from the day, in milliseconds, negative before. `lead` was told, too. */
    'actions.reminded': {
      id: string
      n: number
      shift: number
      dueOn: string
      owner: string | null
      lead: string[]
    }
    /** Items without owner or date are left: whoever writes the postmortem was asked to decide. */
    'actions.gaps_asked': { to: string[]; count: number }
    /** Its issue on GitHub is known. */
    'actions.issue_linked': { id: string; n: number; repository: string; number: number; url: string }
    /** It has no issue, or is out of step with it: `error` is our word for why, `attempts` how often it was tried. */
    'actions.issue_failed': { id: string; n: number; error: string; attempts: number; detail?: string | null }
    /** The issue and the item are in step again. */
    'actions.issue_repaired': { id: string; n: number }
    /** Both sides were changed, each to something else: `to` were asked which holds. */
    'actions.conflicted': {
      id: string
      n: number
      conflicts: { field: string; here: string | null; there: string | null }[]
      to: string[]
    }
    /** `kept` is `here` (Slack) or `there` (GitHub). */
    'actions.conflict_settled': { id: string; n: number; field: string; kept: string }
    'actions.board_due': { day: string }
    /** Its mark was taken back, or its message deleted, before anybody had touched it. */
    'actions.removed': { id: string; n: number }
  }
}
