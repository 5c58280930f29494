import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Runs one command of git and answers what it printed. Rejects with git's own first line. */
export type RunGit = (args: readonly string[], input?: string) => Promise<string>

/** Longer than this no command takes, in milliseconds. */
const timeoutMs = 10_000

/** The folder's repository: where it is, and the branches that are checked out in it and its worktrees. */
type Found = { common: string; isBare: boolean }

/**
 * Lets `work` use git on the objects and branches of the repository in `folder`, by a repository of the bot's own that borrows
 * them and is thrown away. So nothing that the folder's configuration, hooks or attributes ask for is ever done: git reads the
 * bot's alone. `searchPath`: where programs are found, the PATH of the environment.
 */
export async function within<T>(
  { folder, searchPath }: { folder: string; searchPath: string | undefined },
  work: (run: RunGit, found: Found) => Promise<T>,
): Promise<T> {
  const common = await commonFolder(folder)
  const scratch = await mkdtemp(join(tmpdir(), 'sssbot-git-'))
  // All that git gets of the environment. A file that is not there is an empty configuration, on Windows as well.
  const env = {
    ...(searchPath === undefined ? {} : { PATH: searchPath }),
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: join(scratch, 'nobody'),
    GIT_OBJECT_DIRECTORY: join(common, 'objects'),
  }
  const tree = join(scratch, 'tree')
  const always = [`--git-dir=${scratch}`, `--work-tree=${tree}`, '--no-replace-objects', '--literal-pathspecs']
  const run: RunGit = (args, input = '') =>
    new Promise((done, fail) => {
      const options = { cwd: tree, env, timeout: timeoutMs, maxBuffer: 1 << 26, windowsHide: true }
      const child = execFile('git', [...always, ...args], options, (error, out, words) =>
        error ? fail(new Error(words.trim().split('\n')[0] || error.message)) : done(out),
      )
      // A command that reads nothing may be gone before it is given nothing.
      child.stdin?.on('error', () => {}).end(input)
    })
  try {
    await Promise.all([
      mkdir(tree),
      writeFile(join(scratch, 'HEAD'), 'ref: refs/heads/nobody\n'),
      writeFile(join(scratch, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = false\n'),
      symlink(join(common, 'refs'), join(scratch, 'refs'), 'junction'),
      copyFile(join(common, 'packed-refs'), join(scratch, 'packed-refs')).catch(ifThere),
    ])
    if (await isFolder(join(common, 'logs'))) await symlink(join(common, 'logs'), join(scratch, 'logs'), 'junction')
    const said = await formatOf(run, common)
    await writeFile(
      join(scratch, 'config'),
      `[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tsharedRepository = ${said.shared}\n`,
    )
    return await work(run, { common, isBare: said.isBare })
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** The branches that are checked out somewhere, of which files lie there. */
export async function checkedOut({ common, isBare }: Found): Promise<string[]> {
  const worktrees = await readdir(join(common, 'worktrees')).catch(() => [])
  const places = [...(isBare ? [] : [common]), ...worktrees.map((name) => join(common, 'worktrees', name))]
  const heads = await Promise.all(places.map((place) => readFile(join(place, 'HEAD'), 'utf8').catch(() => '')))
  return heads.flatMap((head) => /^ref: refs\/heads\/(\S+)\s*$/.exec(head)?.[1] ?? [])
}

/** Where objects and branches lie: `.git`, what a `.git` of a worktree or submodule names, or the folder of a bare repository. */
async function commonFolder(folder: string): Promise<string> {
  const inner = join(folder, '.git')
  const named = await readFile(inner, 'utf8').catch(() => undefined)
  const own = named === undefined ? undefined : /^gitdir: (.+)/.exec(named)?.[1]?.trim()
  const dir = own !== undefined ? resolve(folder, own) : (await isFolder(inner)) ? inner : folder
  const shared = await readFile(join(dir, 'commondir'), 'utf8').catch(() => undefined)
  const common = shared === undefined ? dir : resolve(dir, shared.trim())
  const parts = await Promise.all(['objects', 'refs'].map((name) => isFolder(join(common, name))))
  if (parts.includes(false)) throw new Error('fatal: not a git repository')
  return common
}

/**
 * What must be known of the folder's configuration, read as data: nothing in it is followed or run. Throws for formats of
 * objects and branches that would have to be named to git.
 */
async function formatOf(run: RunGit, common: string): Promise<{ isBare: boolean; shared: string }> {
  const list = await run(['config', `--file=${join(common, 'config')}`, '--no-includes', '--null', '--list'])
  const said = new Map(list.split('\0').map((each) => [each.split('\n')[0] ?? '', each.split('\n')[1] ?? 'true']))
  for (const [key, usual] of [
    ['extensions.objectformat', 'sha1'],
    ['extensions.refstorage', 'files'],
  ] as const) {
    const format = said.get(key)?.toLowerCase() ?? usual
    if (format !== usual) throw new Error(`${key} is ${format}: the bot knows ${usual} alone`)
  }
  const shared = said.get('core.sharedrepository') ?? ''
  return {
    isBare: said.get('core.bare') === 'true',
    shared: /^(group|all|world|everybody|true|0[0-7]{3})$/.test(shared) ? shared : 'umask',
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )

/** Not there is as good as empty. */
function ifThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
