import { existsSync } from 'node:fs'
import { access, constants, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import type { Machine } from './grounds.ts'

/** This machine. */
export const thisMachine: Machine = {
  node: process.versions.node,
  async freeBytes(path) {
    try {
      const { bavail, bsize } = await statfs(standing(path))
      return bavail * bsize
    } catch {
      // Some systems do not tell: then nothing is said of it.
      return undefined
    }
  },
  port: (host, port) =>
    new Promise((resolve) => {
      const server = createServer()
      server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'))
      server.listen({ host, port, exclusive: true }, () => server.close(() => resolve('free')))
    }),
}

/** The path, or the first folder above it that is there. */
const standing = (path: string): string => (existsSync(path) || dirname(path) === path ? path : standing(dirname(path)))

/** Why a folder could not be made or written at `path`: the system's code; undefined where it could. */
export async function unwritable(path: string): Promise<string | undefined> {
  try {
    await access(standing(path), constants.W_OK | constants.X_OK)
    return undefined
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unwritable'
  }
}
