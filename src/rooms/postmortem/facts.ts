import type {} from '../facts/index.ts'

declare module '../facts/fact.ts' {
  interface FactData {
    /** The first draft of the postmortem stands. `gaps` are the names of what nobody has said yet. */
    'postmortem.drafted': { gaps: string[]; isMini: boolean }
    'postmortem.status_set': { from: string; to: string; reason: string | null }
    /** People have filled in the document where it went, or taken that back: `gaps` are those that the file leaves open no more. */
    'postmortem.filled_there': { gaps: string[] }
    /** A person wrote a section; `version` counts from 1. Its text stands with the postmortem alone. */
    'postmortem.written': { section: string; version: number; question: string | null }
    /** Somebody who may know was asked for what is missing. */
    'postmortem.asked': {
      question: string
      gap: string
      user: string | null
      channel: string | null
      passedBy: string | null
    }
    /** `withdrawn`: somebody has said it elsewhere, or nobody needs it any more. */
    'postmortem.question_settled': {
      question: string
      gap: string
      user: string | null
      how: 'answered' | 'unknown' | 'passed' | 'withdrawn'
      passedTo: string | null
    }
  }
}
