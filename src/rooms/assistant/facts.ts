import type {} from '../facts/index.ts'

declare module '../facts/fact.ts' {
  interface FactData {
    /** People switched the assistant off for one incident, or on again. */
    'assistant.switched': { on: boolean }
    /** What became of a draft that stood in a form: sent as it was, after an edit, or in other words. `purpose` names the form, `gap:cause` for one. */
    'assistant.draft_settled': { purpose: string; use: 'as-is' | 'edited' | 'dropped' }
    /** Something that was proposed was put away. */
    'assistant.dismissed': { what: string }
  }
}
