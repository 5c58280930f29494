import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const built = new Set(['node_modules', '.git', 'dist', '.build', 'data', 'coverage'])

const walk = (folder: string, under: string): string[] =>
  readdirSync(join(folder, under), { withFileTypes: true })
    .filter((entry) => !built.has(entry.name))
    .flatMap((entry) => {
      const path = under === '' ? entry.name : `${under}/${entry.name}`
      return entry.isDirectory() ? walk(folder, path) : [path]
    })

/** The project's own files, relative to `root`: what git tracks or would track; without git, all but what is built. */
export const projectFiles = (root: string): string[] => {
  try {
    const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024,
    })
    return list.split('\0').filter((path) => path !== '' && existsSync(join(root, path)))
  } catch {
    return walk(root, '')
  }
}
