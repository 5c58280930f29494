import { checkedOut, within } from './repository.ts'

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

const nobody = '0'.repeat(40)

/**
 * The git command in one folder: its top, or a bare repository. The folder is data: whoever can write into it has nothing run
 * by it, and the command gets nothing of the bot's environment but `searchPath`, where programs are found.
 */
export function createGit(folder: string, searchPath?: string): Git {
  const use = <T>(work: Parameters<typeof within<T>>[1]): Promise<GitOutcome<T>> =>
    within({ folder, searchPath }, work).then(
      (value) => ({ is: 'done', value }),
      (error: unknown) => ({ is: 'failed', error: error instanceof Error ? error.message : String(error) }),
    )

  return {
    look: () => use(async (_, found) => ({ checkedOut: await checkedOut(found) })),
    head: (branch) =>
      use(async (run) => {
        const ref = refOf(branch)
        // A pattern that matches what lies below it as well.
        const refs = await run(['for-each-ref', '--format=%(objectname) %(refname)', ref])
        return (
          refs
            .split('\n')
            .find((line) => line.slice(41) === ref)
            ?.slice(0, 40) ?? null
        )
      }),
    blob: (commit, path) =>
      use(async (run) => {
        const entries = await run(['ls-tree', '-z', '--full-tree', objectName(commit), '--', path])
        return /^\d+ blob (\w+)/.exec(entries)?.[1] ?? null
      }),
    read: (blob) => use((run) => run(['cat-file', 'blob', objectName(blob)])),
    write: ({ branch, parent, path, content, message, author }) =>
      use(async (run) => {
        const line = async (...call: Parameters<typeof run>) => (await run(...call)).trim()
        const ref = refOf(branch)
        const who = ['-c', `user.name=${author.name}`, '-c', `user.email=${author.email}`]
        if (parent) await run(['read-tree', objectName(parent)])
        const blob = content === null ? nobody : await line(['hash-object', '-w', '--stdin'], content)
        const entry = `${content === null ? '0' : '100644'} ${blob}\t${placeOf(path)}\0`
        await run(['update-index', '-z', '--index-info'], entry)
        const tree = await line(['write-tree'])
        const above = parent ? ['-p', objectName(parent)] : []
        const commit = await line([...who, 'commit-tree', tree, ...above, '-F', '-'], message.replaceAll('\0', ''))
        return await run([...who, 'update-ref', ref, commit, parent ?? nobody]).then(
          () => ({ commit }),
          () => 'moved' as const,
        )
      }),
  }
}

/** Git would take other words for options, or for ways to name something else. */
function refOf(branch: string): string {
  if (!/^(?![-/.])(?!.*(?:\.\.|\/\/|\/\.|@\{|\/$|\.lock(?:\/|$)|\.$))[^\s\p{Cc}~^:?*[\\]{1,200}$/u.test(branch))
    throw new Error(`Not the name of a branch: ${branch}`)
  return `refs/heads/${branch}`
}

/** Git passes over a path that leads outside, and says so to nobody. */
function placeOf(path: string): string {
  const parts = path.split('/')
  if (path.includes('\0') || parts.some((part) => /^(\.{0,2}|\.git)$/i.test(part)))
    throw new Error(`Not a path in a repository: ${path}`)
  return path
}

function objectName(name: string): string {
  if (!/^[\da-f]{40}$/.test(name)) throw new Error(`Not the name of an object: ${name}`)
  return name
}
