import type {} from '../facts/index.ts'

declare module '../facts/fact.ts' {
  interface FactData {
    /** The first draft of the postmortem stands. `gaps` are the names of what nobody has said yet. */
    'postmortem.drafted': { gaps: string[]; isMini: boolean }
    'postmortem.status_set': { from: string; to: string; reason: string | null }
    /** People filled in the published file, or undid that: `gaps` are those that the file no longer leaves open. */
    'postmortem.filled_there': { gaps: string[] }
    /** A person wrote a section; `version` counts from 1. Its text stands with the postmortem alone. */
    'postmortem.written': { section: string; version: number; question: string | null }
    /** A person who may know was asked about a gap. */
    'postmortem.asked': {
      question: string
      gap: string
      user: string | null
      channel: string | null
      passedBy: string | null
    }
    /** `withdrawn`: it was answered elsewhere, or is no longer needed. */
    'postmortem.question_settled': {
      question: string
      gap: string
      user: string | null
      how: 'answered' | 'unknown' | 'passed' | 'withdrawn'
      passedTo: string | null
    }
  }
}
