import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runGit } from './spawner.ts'

export type Commit = { sha: string; author: string; message: string }

/** A bare repository on the disk, worked on with the git command. */
export interface Git {
  readonly folder: string
  /** Commits a first file to the default branch. */
  begin(): Promise<void>
  /** The commit of a branch; undefined where there is none. */
  head(branch: string): Promise<string | undefined>
  hasCommit(sha: string): Promise<boolean>
  branches(): Promise<string[]>
  /** Makes a branch. Answers false when it is there already. */
  create(branch: string, sha: string): Promise<boolean>
  remove(branch: string): Promise<void>
  /** The blob at a path; undefined where there is none, `tree` where a folder is. */
  blob(commit: string, path: string): Promise<{ sha: string; type: string } | undefined>
  read(blob: string): Promise<Buffer>
  /** Commits one file onto a branch that stands at `parent`. Undefined when it has moved on meanwhile. */
  write(file: Written): Promise<{ commit: string; blob: string } | undefined>
  /** How many commits `head` has that `base` lacks. */
  ahead(base: string, head: string): Promise<number>
  /** Merges with a merge commit. Undefined where they conflict. */
  merge(base: string, head: string, message: string, author: string): Promise<string | undefined>
  /** Newest first. */
  log(branch: string): Promise<Commit[]>
  close(): Promise<void>
}

type Written = { branch: string; parent: string; path: string; content: Buffer; message: string; author: string }

const absent = '0'.repeat(40)

/** `isEmpty`: nobody has committed anything, as in a repository that was made a moment ago. */
export async function createGit(defaultBranch: string, isEmpty = false): Promise<Git> {
  const folder = await mkdtemp(join(tmpdir(), 'sssbot-github-'))
  let index = 0

  function run(
    args: string[],
    more: { input?: Buffer | string; author?: string; index?: string } = {},
  ): Promise<Buffer> {
    const name = more.author ?? 'github'
    const env = {
      PATH: process.env.PATH ?? '',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_DIR: folder,
      GIT_AUTHOR_NAME: name,
      GIT_AUTHOR_EMAIL: `${name}@users.noreply.github.com`,
      GIT_COMMITTER_NAME: name,
      GIT_COMMITTER_EMAIL: `${name}@users.noreply.github.com`,
      ...(more.index ? { GIT_INDEX_FILE: more.index } : {}),
    }
    return runGit({ args, env, input: more.input ?? '' })
  }
  const text = async (...call: Parameters<typeof run>) => (await run(...call)).toString().trim()
  const orUndefined = (call: Promise<string>) => call.catch(() => undefined)

  await run(['init', '--quiet', '--bare', `--initial-branch=${defaultBranch}`, folder])
  const begin = async () => {
    const readme = await text(['hash-object', '-w', '--stdin'], { input: '# Postmortems\n' })
    const tree = await text(['mktree'], { input: `100644 blob ${readme}\tREADME.md\n` })
    await run(['update-ref', `refs/heads/${defaultBranch}`, await text(['commit-tree', tree, '-m', 'Initial commit'])])
  }
  if (!isEmpty) await begin()

  const git: Git = {
    folder,
    begin,
    head: (branch) => orUndefined(text(['rev-parse', '--verify', '--quiet', `refs/heads/${branch}^{commit}`])),
    hasCommit: async (sha) => (await orUndefined(text(['cat-file', '-t', sha]))) === 'commit',
    branches: async () =>
      (await text(['for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads'])).split('\n').filter(Boolean),
    create: (branch, sha) =>
      run(['update-ref', `refs/heads/${branch}`, sha, absent]).then(
        () => true,
        () => false,
      ),
    remove: async (branch) => void (await run(['update-ref', '-d', `refs/heads/${branch}`])),
    async blob(commit, path) {
      const line = await orUndefined(text(['ls-tree', commit, '--', path]))
      const [, type = '', sha = ''] = /^\d+ (\w+) (\w+)/.exec(line ?? '') ?? []
      return sha ? { sha, type } : undefined
    },
    read: (blob) => run(['cat-file', 'blob', blob]),
    async write({ branch, parent, path, content, message, author }) {
      const means = { index: join(folder, `index-${++index}`), author }
      const blob = await text(['hash-object', '-w', '--stdin'], { input: content })
      await run(['read-tree', parent], means)
      await run(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`], means)
      const tree = await text(['write-tree'], means)
      const commit = await text(['commit-tree', tree, '-p', parent, '-m', message], means)
      await rm(means.index, { force: true })
      const moved = await orUndefined(text(['update-ref', `refs/heads/${branch}`, commit, parent]))
      return moved === undefined ? undefined : { commit, blob }
    },
    ahead: async (base, head) => Number(await text(['rev-list', '--count', `${base}..${head}`])),
    async merge(base, head, message, author) {
      const [ours, theirs] = [await git.head(base), head]
      const tree = ours && (await orUndefined(text(['merge-tree', '--write-tree', ours, theirs])))
      if (!ours || !tree) return undefined
      const commit = await text(['commit-tree', tree, '-p', ours, '-p', theirs, '-m', message], { author })
      await run(['update-ref', `refs/heads/${base}`, commit, ours])
      return commit
    },
    async log(branch) {
      const lines = (await text(['log', '--format=%H%x09%an%x09%s', `refs/heads/${branch}`])).split('\n')
      return lines.map((line) => {
        const [sha = '', author = '', message = ''] = line.split('\t')
        return { sha, author, message }
      })
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
  return git
}
