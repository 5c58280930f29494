import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { type Fault, withFault } from './fault.ts'

/** What no test reads, and what is too large to be copied. */
const leftOut = new Set(['.git', 'node_modules', '.build', 'data'])

/** A copy of the project in which faults can be made: the project itself is only read. */
export type Tree = {
  folder: string
  /** Runs `work` while the fault is in the copy. Throws an Error where the fault cannot be made. */
  with<T>(fault: Fault, work: () => Promise<T>): Promise<T>
  remove(): Promise<void>
}

/** Copies the project in `root` into a folder for temporary files; packages are linked. */
export async function copyOf(root: string): Promise<Tree> {
  const folder = await mkdtemp(join(tmpdir(), 'sssbot-seeded-'))
  await cp(root, folder, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !leftOut.has(relative(root, source).split(sep)[0] ?? ''),
  })
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  return {
    folder,
    async with(fault, work) {
      const file = join(folder, fault.file)
      const sound = await readFile(file, 'utf8')
      await writeFile(file, withFault(fault, sound))
      try {
        return await work()
      } finally {
        await writeFile(file, sound)
      }
    },
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  }
}
