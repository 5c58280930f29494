import type {} from '../facts/index.ts'

/** Where a document is looked at. */
type PullRequest = { number: number; url: string }

declare module '../facts/fact.ts' {
  interface FactData {
    /** The document stands on GitHub in a pull request, to which `number` and `url` belong, here and below. */
    'publishing.opened': { repository: string; number: number; url: string; draft: boolean; gaps: number }
    /** Nothing is missing any more: reviews are requested. */
    'publishing.readied': PullRequest
    /** `by` is a GitHub login; null where no review counts any more. */
    'publishing.reviewed': PullRequest & { verdict: 'approved' | 'changes' | 'none'; by: string | null }
    'publishing.merged': PullRequest & { by: string | null }
    'publishing.closed': PullRequest
    'publishing.reopened': PullRequest
    /** A person edited the file: from here on the bot does not overwrite it. */
    'publishing.edited': PullRequest
    /** It was written into a git folder, the first time or again. */
    'publishing.stored': { folder: string; path: string; commit: string }
    /** It became private after it had been published to everybody: the bot removed what it could. */
    'publishing.withdrawn': PullRequest
    /** Publishing is blocked: `error` is our word, `detail` what it is about. */
    'publishing.failed': { error: string; detail: string | null }
    'publishing.repaired': { error: string }
    /** A person fixed what blocked the postmortem or an issue, and asked to try again. */
    'publishing.tried_again': Record<string, never>
  }
}
