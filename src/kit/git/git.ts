import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What became of a call: git's own words when it failed. */
export type GitOutcome<T> = { is: 'done'; value: T } | { is: 'failed'; error: string }

/** A repository on this machine, worked on by the git command: only its objects and branches, never files that lie there. */
export interface Git {
  /** Whether it is a repository, and where its branches stand that are checked out somewhere. */
  look(): Promise<GitOutcome<{ checkedOut: string[] }>>
  /** The commit of a branch; null where there is none. */
  head(branch: string): Promise<GitOutcome<string | null>>
  /** The blob of a file in a commit; null where there is none. */
  blob(commit: string, path: string): Promise<GitOutcome<string | null>>
  /** What a blob holds. */
  read(blob: string): Promise<GitOutcome<string>>
  /**
   * Commits one file onto a branch that stands at `parent` (null: that is made), or takes it away (`content` null). `moved` when
   * somebody was faster.
   */
  write(file: Written): Promise<GitOutcome<{ commit: string } | 'moved'>>
}

export type Written = {
  branch: string
  parent: string | null
  path: string
  content: string | null
  message: string
  author: { name: string; email: string }
}

/** Longer than this no command takes, in milliseconds. */
const timeoutMs = 10_000

const always = ['-c', 'core.quotePath=false', '-c', 'core.hooksPath=/dev/null']

/** The git command in one folder. Hooks of the repository are not run, and nobody's own configuration is read. */
export function createGit(folder: string): Git {
  async function run(args: readonly string[], more: { input?: string; env?: Record<string, string> } = {}) {
    const env = {
      LC_ALL: 'C',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_TERMINAL_PROMPT: '0',
      // The folder belongs to whoever set it up, and the bot may run as somebody else.
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: '*',
      ...more.env,
    }
    return new Promise<string>((resolve, reject) => {
      // By `env` the command keeps the environment of the bot (its PATH) and gets ours besides.
      const command = [...Object.entries(env).map((pair) => pair.join('=')), 'git', ...always, '-C', folder, ...args]
      const options = { timeout: timeoutMs, maxBuffer: 1 << 26 }
      const child = execFile('env', command, options, (error, out, words) =>
        error ? reject(new Error(words.trim().split('\n')[0] || error.message)) : resolve(out),
      )
      // A command that reads nothing may be gone before it is given nothing.
      child.stdin?.on('error', () => {}).end(more.input ?? '')
    })
  }
  const line = async (...call: Parameters<typeof run>) => (await run(...call)).trim()
  const tried = <T>(work: () => Promise<T>): Promise<GitOutcome<T>> =>
    work().then(
      (value) => ({ is: 'done', value }),
      (error: unknown) => ({ is: 'failed', error: error instanceof Error ? error.message : String(error) }),
    )

  return {
    look: () =>
      tried(async () => {
        await run(['rev-parse', '--git-dir'])
        const trees = await run(['worktree', 'list', '--porcelain'])
        return { checkedOut: [...trees.matchAll(/^branch refs\/heads\/(.+)$/gm)].map(([, name = '']) => name) }
      }),
    head: (branch) =>
      tried(async () => (await line(['for-each-ref', '--format=%(objectname)', `refs/heads/${branch}`])) || null),
    blob: (commit, path) =>
      tried(async () => /^\d+ blob (\w+)/.exec(await line(['ls-tree', commit, '--', path]))?.[1] ?? null),
    read: (blob) => tried(() => run(['cat-file', 'blob', blob])),
    write: ({ branch, parent, path, content, message, author }) =>
      tried(async () => {
        const scratch = await mkdtemp(join(tmpdir(), 'sssbot-git-'))
        const env = {
          GIT_INDEX_FILE: join(scratch, 'index'),
          GIT_AUTHOR_NAME: author.name,
          GIT_AUTHOR_EMAIL: author.email,
          GIT_COMMITTER_NAME: author.name,
          GIT_COMMITTER_EMAIL: author.email,
        }
        try {
          if (parent) await run(['read-tree', parent], { env })
          if (content === null) await run(['rm', '--cached', '--quiet', '--', path], { env })
          else {
            const blob = await line(['hash-object', '-w', '--stdin'], { input: content })
            await run(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`], { env })
          }
          const tree = await line(['write-tree'], { env })
          const commit = await line(['commit-tree', tree, ...(parent ? ['-p', parent] : []), '-F', '-'], {
            env,
            input: message,
          })
          const from = parent ?? '0'.repeat(40)
          return await run(['update-ref', `refs/heads/${branch}`, commit, from]).then(
            () => ({ commit }),
            () => 'moved' as const,
          )
        } finally {
          await rm(scratch, { recursive: true, force: true })
        }
      }),
  }
}
