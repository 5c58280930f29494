import type {} from '../facts/index.ts'

/** Where a document is looked at. */
type PullRequest = { number: number; url: string }

declare module '../facts/fact.ts' {
  interface FactData {
    /** The document stands on GitHub, in a pull request. Of everything about publishing `number` and `url` are the pull request's. */
    'publishing.opened': { repository: string; number: number; url: string; draft: boolean; gaps: number }
    /** Nothing is missing any more: it asks for reviews. */
    'publishing.readied': PullRequest
    /** `by` is an account of GitHub's; null where nobody's word holds any more. */
    'publishing.reviewed': PullRequest & { verdict: 'approved' | 'changes' | 'none'; by: string | null }
    'publishing.merged': PullRequest & { by: string | null }
    'publishing.closed': PullRequest
    'publishing.reopened': PullRequest
    /** Somebody changed the file by hand: from here on it is theirs. */
    'publishing.edited': PullRequest
    /** It went into a folder: first, and whenever it is written anew. */
    'publishing.stored': { folder: string; path: string; commit: string }
    /** It became private after it had been pushed where everybody can see it: what could be taken back there was. */
    'publishing.withdrawn': PullRequest
    /** It cannot go on: `error` is our word, `detail` what it is about. */
    'publishing.failed': { error: string; detail: string | null }
    'publishing.repaired': { error: string }
    /** Somebody has put right what kept the postmortem or an issue from its place. */
    'publishing.tried_again': Record<string, never>
  }
}
