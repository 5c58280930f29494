import { createGit, type Git } from './git.ts'

export type Review = { id: number; login: string; state: string; body: string; at: string; commit: string }
export type Comment = { id: number; issue: number; login: string; body: string; at: string; updatedAt: string }

/** What an issue and a pull request have in common: one row of numbers, labels, comments. */
type Numbered = {
  number: number
  title: string
  body: string
  login: string
  state: 'open' | 'closed'
  labels: string[]
  assignees: string[]
  createdAt: string
  updatedAt: string
  closedAt: string | null
}

/** `deleted`: its number is never given again. */
export type Issue = Numbered & { deleted?: boolean } & { is: 'issue'; stateReason: string | null }

export type Pull = Numbered & {
  is: 'pull'
  head: string
  base: string
  /** The commit of the head: of an open one as the branch stands, of a closed one as it stood. */
  headSha: string
  draft: boolean
  reviewers: string[]
  teams: string[]
  reviews: Review[]
  mergedAt: string | null
  mergedBy: string | null
}

export type RepositoryOptions = {
  private?: boolean
  defaultBranch?: string
  /** Whether draft pull requests are to be had: not in a private repository of a free plan. */
  drafts?: boolean
  /** Whether it has issues. */
  issues?: boolean
  /** Who may be asked for a review. */
  collaborators?: readonly string[]
  teams?: readonly string[]
  /** Branches that are protected. */
  protected?: readonly string[]
  /** Types of the rules of a ruleset that holds for every branch: `creation`, `update` … */
  rules?: readonly string[]
  archived?: boolean
  /** Nobody has committed anything yet. */
  empty?: boolean
  /** Whether secrets that are pushed are refused: so it is in public repositories, unless somebody switched it off. */
  pushProtection?: boolean
}

export interface Repository extends Required<RepositoryOptions> {
  readonly owner: string
  readonly name: string
  readonly git: Git
  readonly threads: (Issue | Pull)[]
  readonly comments: Comment[]
  nextId(): number
  /** By the old name of a branch, the new one. */
  readonly renamedBranches: Map<string, string>
}

export async function createRepository(fullName: string, options: RepositoryOptions): Promise<Repository> {
  const [owner = '', name = ''] = fullName.split('/')
  const defaultBranch = options.defaultBranch ?? 'main'
  let id = 1_000
  return {
    owner,
    name,
    private: false,
    drafts: true,
    issues: true,
    collaborators: [],
    teams: [],
    protected: [],
    rules: [],
    archived: false,
    empty: false,
    pushProtection: true,
    ...options,
    defaultBranch,
    git: await createGit(defaultBranch, options.empty),
    threads: [],
    comments: [],
    renamedBranches: new Map(),
    nextId: () => id++,
  }
}

export const pullsOf = (repository: Repository): Pull[] => repository.threads.filter((each) => each.is === 'pull')

export const nodeId = ({ owner, name }: Repository, number: number): string =>
  `PR_${Buffer.from(`${owner}/${name}#${number}`).toString('base64url')}`
